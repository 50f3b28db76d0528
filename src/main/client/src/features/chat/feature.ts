import { memberActions } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { ChatButton } from './ChatButton';
import { MessageButton } from './MessageButton';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Private messages between two members. */
export const chat: Feature = {
  name: 'chat',
  routes: [
    { path: '/chat', page: () => import('./ChatPage'), membersOnly: true },
    { path: '/chat/:roomId', page: () => import('./ChatPage'), membersOnly: true },
  ],
  nav: [{ order: 20, Item: ChatButton }],
  slots: [inSlot(memberActions, 10, MessageButton)],
  settings: [
    {
      order: 45,
      path: 'privacy',
      label: 'chat.privacy',
      panel: () => import('./PrivacySettings'),
    },
  ],
  live: [{ address: (memberId) => `user.${memberId}`, handler: () => import('./live-handler') }],
  messages: messagesOf('chat'),
};
