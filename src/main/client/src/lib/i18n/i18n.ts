import { setupI18n } from '@lingui/core';
import type english from '@/locales/en.json';
import { storage } from '../storage';

export type MessageId = keyof typeof english;

const KEY = 'parley.language';

const catalogs = {
  en: () => import('@/locales/en.json'),
  'zh-CN': () => import('@/locales/zh-CN.json'),
} as const;

export type Locale = keyof typeof catalogs;

/** Each language in its own words, as a reader looks for it. */
export const languages: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };
export const locales = Object.keys(languages) as Locale[];

export const i18n = setupI18n();

/** The language chosen here before, else the first of the browser's that there is, else English. */
export function preferredLocale(
  chosen: string | null = storage.read(KEY),
  wanted: readonly string[] = navigator.languages,
): Locale {
  return (
    locales.find((locale) => locale === chosen) ??
    wanted.map(localeOf).find((locale) => locale !== undefined) ??
    'en'
  );
}

function localeOf(tag: string): Locale | undefined {
  const language = tag.toLowerCase().split('-')[0];
  return locales.find((locale) => locale.toLowerCase().split('-')[0] === language);
}

export async function activate(locale: Locale): Promise<void> {
  const { default: messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

export async function chooseLanguage(locale: Locale): Promise<void> {
  storage.write(KEY, locale);
  await activate(locale);
}
