import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { contactsQuery } from './contact-entities';
import { live } from '@/lib/live/live';
import { useLiveState } from '@/lib/live/use-live';
import { createStore } from '@/lib/store';
import { withUnread } from './contact-cache';

/** The room whose end somebody is looking at: what comes there is not counted as unread first. */
export const attended = createStore<string | null>(null);

/**
 * Tells the server what has been read: all up to a message, as soon as somebody attends. Returns up to where the
 * server knows.
 */
export function useReading(roomId: string, upTo: number, attending: boolean): number {
  const queries = useQueryClient();
  const online = useLiveState() === 'online';
  const told = useRef(0);
  const [known, setKnown] = useState(0);

  useEffect(() => {
    if (!attending) return;
    attended.set(roomId);
    return () => attended.set(null);
  }, [roomId, attending]);

  useEffect(() => {
    if (!attending || upTo <= told.current) return;
    queries.setQueryData(
      contactsQuery.queryKey,
      (contacts) => contacts && withUnread(contacts, roomId, 0),
    );
    if (!online) return;
    told.current = upTo;
    live.send('chat.read', { roomId, messageId: upTo }).then(
      () => setKnown(upTo),
      // Told again with the next message, or when there is a connection again.
      () => {
        told.current = 0;
      },
    );
  }, [queries, roomId, upTo, attending, online]);

  return known;
}
