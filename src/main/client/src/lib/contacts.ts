import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerTo, api } from './api/client';
import type { Contact, PageOf } from './api/types';
import { useMember } from './session';

/** Everyone the member has a conversation with, last message first. The chat keeps it as it changes. */
export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }): Promise<PageOf<Contact>> =>
    answerTo(api.POST('/api/chat/contacts', { signal })),
});

const unreadIn = ({ items }: PageOf<Contact>): number =>
  items.reduce((sum, { unread }) => sum + unread, 0);

/** How many messages the member has not read; none for a guest, and until it is known. */
export function useUnread(): number {
  const member = useMember();
  const unread = useQuery({
    ...contactsQuery,
    enabled: Boolean(member),
    select: unreadIn,
  }).data;
  return member ? (unread ?? 0) : 0;
}
