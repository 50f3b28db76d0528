import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Contact, PageOf } from '@/lib/api/types';

/** Everyone the member has a conversation with, last message first. The chat keeps it as it changes. */
export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }): Promise<PageOf<Contact>> =>
    answerTo(api.POST('/api/chat/contacts', { signal })),
});

export const refreshContacts = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: contactsQuery.queryKey });
