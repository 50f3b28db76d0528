import { addMessages, type MessageSource } from '@/lib/i18n/i18n';

const source: MessageSource = {
  en: async () => (await import('virtual:messages/en/member')).default.member ?? {},
  'zh-CN': async () => (await import('virtual:messages/zh-CN/member')).default.member ?? {},
};

/** What only those parts say that most readers never load: such a module awaits it. */
export const laterMessages = addMessages(source);
