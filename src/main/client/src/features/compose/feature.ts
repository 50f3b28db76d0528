import type { Feature } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { NewTopicButton } from './NewTopicButton';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Opening a topic. */
export const compose: Feature = {
  name: 'compose',
  routes: [{ path: '/new', page: () => import('./NewTopicPage'), membersOnly: true }],
  nav: [{ order: 10, Item: NewTopicButton }],
  messages: messagesOf('compose'),
};
