import { memberMenu } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import type english from './messages/en.json';
import { SettingsLink } from './SettingsLink';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** A member's own settings; other features add panels to them. */
export const settings: Feature = {
  name: 'settings',
  routes: [{ path: '/settings/*', page: () => import('./SettingsPages'), membersOnly: true }],
  slots: [inSlot(memberMenu, 50, SettingsLink)],
  settings: [
    {
      order: 10,
      path: 'profile',
      label: 'settings.profile',
      panel: () => import('./ProfileSettings'),
    },
    {
      order: 20,
      path: 'avatar',
      label: 'settings.avatar',
      panel: () => import('./AvatarSettings'),
    },
    {
      order: 30,
      path: 'password',
      label: 'settings.password',
      panel: () => import('./PasswordSettings'),
    },
    { order: 40, path: 'mails', label: 'settings.mails', panel: () => import('./MailSettings') },
    {
      order: 50,
      path: 'sessions',
      label: 'settings.sessions',
      panel: () => import('./SessionSettings'),
    },
  ],
  messages: messagesOf('settings'),
};
