import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { PageOf, Session } from '@/lib/api/types';

/** Where the member is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }): Promise<PageOf<Session>> => answerTo(api.GET('/api/sessions', { signal })),
});
