import { useQueryClient } from '@tanstack/react-query';
import { contactsQuery } from './contact-entities';
import { useLive } from '@/lib/live/use-live';
import { withPresence } from './contact-cache';
import { roomEvent } from './events';

/** Keeps the contacts' mark right of whether the other one in a room is online. */
export function usePresence(roomId: string | undefined, me: number): void {
  const queries = useQueryClient();
  useLive(roomId && `chat.room.${roomId}`, (told) => {
    const event = roomEvent(told);
    if (event.type !== 'presence' || event.userId === me) return;
    queries.setQueryData(
      contactsQuery.queryKey,
      (contacts) => contacts && withPresence(contacts, event.userId, event.online),
    );
  });
}
