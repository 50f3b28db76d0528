import type { QueryClient } from '@tanstack/react-query';
import type { Contact, Message, PageOf } from '@/lib/api/types';
import type { LiveHandler } from '@/lib/feature';
import { live, type LiveEvent } from '@/lib/live/live';
import { withMessage, withUnread } from './contact-cache';
import { contactsQuery, refreshContacts } from './contact-entities';
import { forgetClosedRooms, messagesQuery } from './entities';
import { type MemberEvent, memberEvent, type MessageEvent } from './events';
import { outboxOf } from './outbox';
import { lastIdOf, withAppended } from './message-pages';
import { startSender } from './sender';
import { attended } from './use-reading';

/**
 * What the chat does on every page: it keeps the contacts, the unread counts and the rooms that are not open current,
 * and sends what was written.
 */
export default function chatHandler(queries: QueryClient, memberId: number): LiveHandler {
  const sender = startSender(outboxOf(memberId), ({ roomId, content, clientId }) =>
    live.send<Message>('chat.send', { roomId, content, clientId }),
  );
  return {
    onEvent: (event) => onEvent(queries, memberId, event),
    onConnected() {
      forgetClosedRooms(queries);
      void refreshContacts(queries);
      sender.connected();
    },
    stop: () => sender.stop(),
  };
}

function onEvent(queries: QueryClient, me: number, told: LiveEvent): void {
  const event = memberEvent(told);
  const { queryKey } = contactsQuery;
  const contacts = queries.getQueryData(queryKey);
  const changed = contacts && changedBy(contacts, event, me);
  if (changed) queries.setQueryData(queryKey, changed);
  // A new contact, or an answer under way that may be older than this event.
  if (!changed || queries.isFetching({ queryKey }) > 0) {
    void refreshContacts(queries);
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
