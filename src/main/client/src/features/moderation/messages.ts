import { addMessages, type MessageSource } from '@/lib/i18n/i18n';

const source: MessageSource = {
  en: async () => (await import('virtual:messages/en/moderation')).default.moderation ?? {},
  'zh-CN': async () => (await import('virtual:messages/zh-CN/moderation')).default.moderation ?? {},
};

/** The texts of this feature, before one of its parts is drawn: a module that says something awaits it. */
export const messages = addMessages(source);
