import type english from '@/locales/en.json';

/** The ids of all messages. Each feature adds its own in its `feature.ts`. */
export interface Messages extends Record<keyof typeof english, string> {}

export type MessageId = keyof Messages;

export type Locale = 'en' | 'zh-CN';

/** The messages of one owner in each language, loaded when the language is chosen. */
export type MessageSource = Readonly<
  Record<Locale, () => Promise<Readonly<Record<string, string>>>>
>;

const files = {
  en: () => import('virtual:messages/en'),
  'zh-CN': () => import('virtual:messages/zh-CN'),
};

/** The messages in the folder of a feature; those of all features come in one file a language. */
export function messagesOf(owner: string): MessageSource {
  const load = async (locale: Locale) => (await files[locale]()).default[owner] ?? {};
  return { en: () => load('en'), 'zh-CN': () => load('zh-CN') };
}
