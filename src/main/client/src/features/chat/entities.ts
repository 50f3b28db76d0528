import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Message } from '@/lib/api/types';
import { live } from '@/lib/live/live';

/** How many messages are fetched at a time. */
const PART = 50;
/** As many as the server gives at once, where all that was missed is wanted. */
const MISSED_PART = 100;

/**
 * A room's messages, in parts from the newest back; within a part the oldest comes first. What is new is added at the
 * end (see use-messages), so nothing of it is ever fetched twice.
 */
export const messagesQuery = (roomId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', roomId],
    queryFn: async ({ signal, pageParam }): Promise<readonly Message[]> => {
      const body = { roomId, limit: PART, ...(pageParam !== null && { before: pageParam }) };
      return (await answerTo(api.POST('/api/chat/messages', { body, signal }))).items;
    },
    initialPageParam: null as number | null,
    getNextPageParam: (part) => (part.length < PART ? undefined : part[0]?.id),
    staleTime: Infinity,
    select: ({ pages }) => pages.toReversed().flat(),
  });

/** The first messages after one, which a broken connection may have kept from us. */
export async function messagesAfter(roomId: string, after: number): Promise<readonly Message[]> {
  const body = { roomId, after, limit: MISSED_PART };
  return (await answerTo(api.POST('/api/chat/messages', { body }))).items;
}

/** What one finds on coming into a room. */
export interface RoomState {
  readonly roomId: string;
  readonly unread: number;
  /** The last message the other member has read; 0: none. */
  readonly lastReadId: number;
  /** Whether the other member is. */
  readonly online: boolean;
}

/** Asked over the live connection, so only while there is one; events keep it right from then on. */
export const roomQuery = (roomId: string) =>
  queryOptions({
    queryKey: ['room', roomId],
    queryFn: async ({ client, queryKey }): Promise<RoomState> => {
      const state = await live.send<RoomState>('chat.join', { roomId });
      // An event that came while we asked may know of more; nothing is ever unread again.
      const known = client.getQueryData<RoomState>(queryKey)?.lastReadId ?? 0;
      return { ...state, lastReadId: Math.max(known, state.lastReadId) };
    },
    staleTime: Infinity,
    retry: false,
  });

/** Forgets the messages of rooms that are not open: they are loaded when they are. */
export function forgetClosedRooms(queries: QueryClient): void {
  queries.removeQueries({ queryKey: ['messages'], type: 'inactive' });
}
