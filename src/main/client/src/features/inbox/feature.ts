import { topicMeta } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { BellLink } from './BellLink';
import type english from './messages/en.json';
import type later from './messages-later/en.json';
import { TopicWatch } from './TopicWatch';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english | keyof typeof later, string> {}
}

/** What concerns a member: the inbox, and the topics that they follow. */
export const inbox: Feature = {
  name: 'inbox',
  routes: [{ path: '/inbox', page: () => import('./InboxPage'), membersOnly: true }],
  nav: [{ order: 15, Item: BellLink }],
  slots: [inSlot(topicMeta, 10, TopicWatch)],
  settings: [
    {
      order: 45,
      path: 'notifications',
      label: 'inbox.settings',
      panel: () => import('./NotificationSettings'),
    },
  ],
  live: [{ address: (memberId) => `user.${memberId}`, handler: () => import('./live-handler') }],
  messages: messagesOf('inbox'),
};
