import { postActions } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { DeleteAction } from './DeleteAction';
import { EditAction } from './EditAction';
import type english from './messages/en.json';
import type later from './messages-later/en.json';
import { QuoteAction } from './QuoteAction';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english | keyof typeof later, string> {}
}

/** A topic with its replies: reading, replying, editing, deleting. */
export const topic: Feature = {
  name: 'topic',
  routes: [{ path: '/topic/:id', page: () => import('./TopicPage') }],
  slots: [
    inSlot(postActions, 10, QuoteAction),
    inSlot(postActions, 20, EditAction),
    inSlot(postActions, 30, DeleteAction),
  ],
  messages: messagesOf('topic'),
};
