import { setupI18n } from '@lingui/core';
import { storage } from '../storage';
import { type Locale, messagesOf, type MessageSource } from './messages';

export type { Locale, MessageId, MessageSource } from './messages';

const KEY = 'parley.language';

/** What several features and the shell say. */
const shared = messagesOf('shared');
let sources: readonly MessageSource[] = [shared];

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

/** Adds the features' messages to the shared ones; before a language is activated. */
export function setFeatureMessages(features: readonly MessageSource[]): void {
  sources = [shared, ...features];
}

/** Adds the messages of a part that is loaded later; does nothing where they are there. */
export async function addMessages(source: MessageSource): Promise<void> {
  if (sources.includes(source)) return;
  sources = [...sources, source];
  const locale = i18n.locale as Locale;
  const messages = await source[locale]();
  if (i18n.locale === locale) i18n.load(locale, { ...messages });
}

export async function activate(locale: Locale): Promise<void> {
  const wanted = sources;
  const parts = await Promise.all(wanted.map((source) => source[locale]()));
  if (sources !== wanted) return activate(locale); // some were added meanwhile
  const messages = Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

export async function chooseLanguage(locale: Locale): Promise<void> {
  storage.write(KEY, locale);
  await activate(locale);
}
