import type { Locale, MessageSource } from './messages';

const files = {
  en: () => import('virtual:admin-messages/en'),
  'zh-CN': () => import('virtual:admin-messages/zh-CN'),
};

const load = async (locale: Locale) =>
  Object.assign({}, ...Object.values((await files[locale]()).default)) as Record<string, string>;

/** What all features say in the administration, each in its folder `admin-messages`. Other pages do not load it. */
export const adminMessages: MessageSource = { en: () => load('en'), 'zh-CN': () => load('zh-CN') };
