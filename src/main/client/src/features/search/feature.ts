import type { Feature } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { SearchBox } from './SearchBox';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Finding topics, replies, members and one's own messages. */
export const search: Feature = {
  name: 'search',
  routes: [{ path: '/search', page: () => import('./SearchPage') }],
  nav: [{ order: 5, Item: SearchBox }],
  messages: messagesOf('search'),
};
