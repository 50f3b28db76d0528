import { useQuery, useQueryClient } from '@tanstack/react-query';
import { contactsQuery } from './contact-entities';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import { withPresence } from './contact-cache';
import { roomEvent } from './events';
import { roomQuery, type RoomState } from './entities';
import { useConnected } from './use-connected';
import { useMessages } from './use-messages';
import { useTexts } from './use-texts';
import { useTypingMark } from './use-typing';

/** All that goes on in a room, as it goes on. */
export function useRoom(roomId: string, me: number) {
  const queries = useQueryClient();
  const contacts = useQuery(contactsQuery);
  const contact = contacts.data?.items.find((each) => each.roomId === roomId);
  const { query, ask, heard } = useMessages(roomId);
  const state = useQuery({ ...roomQuery(roomId), enabled: false });
  const connected = useConnected();
  const [typing, markTyping] = useTypingMark();

  const change = (by: (known: RoomState) => Partial<RoomState>) =>
    queries.setQueryData(
      roomQuery(roomId).queryKey,
      (known) => known && { ...known, ...by(known) },
    );

  const onEvent = (told: LiveEvent) => {
    const event = roomEvent(told);
    switch (event.type) {
      case 'message':
        if (event.message.senderId !== me) markTyping(false);
        heard(event.message, event.previousId);
        break;
      case 'typing':
        if (event.userId !== me) markTyping(true);
        break;
      case 'read':
        if (event.userId === me) break;
        change(({ lastReadId }) => ({ lastReadId: Math.max(lastReadId, event.messageId) }));
        break;
      case 'presence':
        if (event.userId === me) break;
        change(() => ({ online: event.online }));
        queries.setQueryData(
          contactsQuery.queryKey,
          (known) => known && withPresence(known, event.userId, event.online),
        );
        break;
    }
  };
  useLive(`chat.room.${roomId}`, onEvent, () => {
    ask();
    void state.refetch();
  });

  const texts = useTexts(roomId, me, query.data, ask);

  return {
    query,
    texts,
    ask,
    contact,
    /** What was unread when it was last asked; undefined until the contacts are known. */
    unread: contacts.isPending ? undefined : (contact?.unread ?? 0),
    lastReadId: state.data?.lastReadId ?? 0,
    presence: !connected
      ? 'away'
      : typing
        ? 'typing'
        : isOnline(state.data, contact)
          ? 'online'
          : 'away',
  } as const;
}

function isOnline(
  state: RoomState | undefined,
  contact: { readonly online: boolean } | undefined,
): boolean {
  return state?.online ?? contact?.online ?? false;
}
