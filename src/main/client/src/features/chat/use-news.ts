import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Contact, PageOf } from '@/lib/api/types';
import { contactsQuery } from '@/lib/contacts';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import { withMessage, withUnread } from './contact-cache';
import { type MemberEvent, memberEvent, type MessageEvent } from './events';
import { lastIdOf, withAppended } from './parts';
import { messagesQuery } from './queries';
import { attended } from './use-reading';

/** Keeps the contacts, what is unread, and rooms that are not open just now as they are, on whichever page. */
export function useNews(me: number): void {
  const queries = useQueryClient();
  useLive(
    `user.${me}`,
    (told) => onEvent(queries, me, told),
    () => {
      // What was missed in rooms that are not open is not worth asking for; it is loaded when they are.
      queries.removeQueries({ queryKey: ['messages'], type: 'inactive' });
      void queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
    },
  );
}

function onEvent(queries: QueryClient, me: number, told: LiveEvent): void {
  const event = memberEvent(told);
  const { queryKey } = contactsQuery;
  const contacts = queries.getQueryData(queryKey);
  const changed = contacts && changedBy(contacts, event, me);
  if (changed) queries.setQueryData(queryKey, changed);
  // A new contact, or an answer under way that may be older than this event.
  if (!changed || queries.isFetching({ queryKey }) > 0) {
    void queries.invalidateQueries({ queryKey });
  }
  if (event.type === 'message') keepRoom(queries, event);
}

function changedBy(
  contacts: PageOf<Contact>,
  event: MemberEvent,
  me: number,
): PageOf<Contact> | undefined {
  switch (event.type) {
    case 'unread':
      return withUnread(contacts, event.roomId, event.unread);
    case 'message':
      return withMessage(contacts, event.message, isSeen(event, me) ? 0 : event.unread);
  }
}

/** Somebody is looking: it is about to be read, and a badge would only flicker. */
const isSeen = ({ message }: MessageEvent, me: number) =>
  message.senderId !== me && message.roomId === attended.get();

function keepRoom(queries: QueryClient, { message, previousId }: MessageEvent): void {
  const { queryKey } = messagesQuery(message.roomId);
  const parts = queries.getQueryData(queryKey);
  if (!parts) return;
  if (lastIdOf(parts) === previousId) {
    queries.setQueryData(queryKey, withAppended(parts, [message]));
  } else if ((lastIdOf(parts) ?? 0) < message.id) {
    // An open room asks for what it missed; another one is loaded anew when it is opened.
    queries.removeQueries({ queryKey, type: 'inactive' });
  }
}
