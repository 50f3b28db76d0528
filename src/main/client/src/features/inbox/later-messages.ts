import { addMessages, type MessageSource } from '@/lib/i18n/i18n';

const source: MessageSource = {
  en: async () => (await import('virtual:messages/en/inbox')).default.inbox ?? {},
  'zh-CN': async () => (await import('virtual:messages/zh-CN/inbox')).default.inbox ?? {},
};

/** What only those parts say that most readers never load: such a module awaits it. */
export const laterMessages = addMessages(source);
