import { memberMenu } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import type english from './messages/en.json';
import type later from './messages-later/en.json';
import { ProfileLink } from './ProfileLink';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english | keyof typeof later, string> {}
}

/** Members' profiles. */
export const member: Feature = {
  name: 'member',
  routes: [
    { path: '/user/:id', page: () => import('./MemberPage') },
    { path: '/profile', page: () => import('./OwnPage'), membersOnly: true },
  ],
  slots: [inSlot(memberMenu, 10, ProfileLink)],
  messages: messagesOf('member'),
};
