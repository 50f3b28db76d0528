import { memberMenu } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { adminMessagesOf } from '@/lib/i18n/messages';
import type english from './admin-messages/en.json';
import { AdminLink } from './AdminLink';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Running the forum: for administrators, and for groups that were given a permission. */
export const admin: Feature = {
  name: 'admin',
  slots: [inSlot(memberMenu, 60, AdminLink)],
  admin: [
    { order: 20, path: 'boards', label: 'admin.boards', panel: () => import('./BoardsPanel') },
  ],
  adminMessages: adminMessagesOf('admin'),
};
