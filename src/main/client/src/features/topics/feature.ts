import type { Feature } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** The lists of topics: the latest, and those of a board. */
export const topics: Feature = {
  name: 'topics',
  routes: [
    { path: '/', page: () => import('./HomePage') },
    { path: '/board/:slug', page: () => import('./BoardPage') },
  ],
  messages: messagesOf('topics'),
};
