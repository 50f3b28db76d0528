import type { MessageSource } from './messages';

/** What the administration says. Other pages do not load it. */
export const adminMessages: MessageSource = {
  en: async () => (await import('virtual:messages/en/admin')).default.admin ?? {},
  'zh-CN': async () => (await import('virtual:messages/zh-CN/admin')).default.admin ?? {},
};
