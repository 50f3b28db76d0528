import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Contact, Message, PageOf } from '@/lib/api/types';

/** How many messages are fetched at a time. */
const PART = 50;

export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }): Promise<PageOf<Contact>> =>
    answerTo(api.POST('/api/chat/contacts', { signal })),
});

/** A room's messages, in parts from the newest back; within a part the oldest comes first. */
export const messagesQuery = (roomId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', roomId],
    queryFn: async ({ signal, pageParam }): Promise<readonly Message[]> => {
      const body = { roomId, limit: PART, ...(pageParam !== null && { before: pageParam }) };
      return (await answerTo(api.POST('/api/chat/messages', { body, signal }))).items;
    },
    initialPageParam: null as number | null,
    getNextPageParam: (part) => (part.length < PART ? undefined : part[0]?.id),
    select: ({ pages }) => pages.toReversed().flat(),
  });
