import type { Feature } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { PreferencesMenu } from './PreferencesMenu';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Theme and language, kept in this browser. */
export const preferences: Feature = {
  name: 'preferences',
  nav: [{ order: 30, Item: PreferencesMenu }],
  messages: messagesOf('preferences'),
};
