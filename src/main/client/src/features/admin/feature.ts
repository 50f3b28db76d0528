import { memberMenu } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import type english from './messages-later/en.json';
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
    { order: 30, path: 'groups', label: 'admin.groups', panel: () => import('./GroupsPanel') },
    { order: 40, path: 'members', label: 'admin.members', panel: () => import('./MembersPanel') },
    {
      order: 80,
      path: 'log',
      label: 'admin.log',
      needs: 'audit',
      panel: () => import('./LogPanel'),
    },
    {
      order: 90,
      path: 'mails',
      label: 'admin.mails',
      needs: 'mails',
      panel: () => import('./MailsPanel'),
    },
  ],
};
