import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';

export type Notification = components['schemas']['Notification'];
export type Settings = components['schemas']['NotificationSettings'];

const PAGE = 20;

/** All that the inbox shows begins with this key. */
const inbox = ['inbox'];

const fetchPage = (before: number | undefined, limit: number, signal: AbortSignal) =>
  answerTo(
    api.GET('/api/notifications', {
      params: { query: before === undefined ? { limit } : { before, limit } },
      signal,
    }),
  );

/** The latest notifications, and how many are unread: for every page. */
export const latestQuery = queryOptions({
  queryKey: [...inbox, 'latest'],
  queryFn: ({ signal }) => fetchPage(undefined, PAGE, signal),
});

/** The whole inbox, page by page. */
export const inboxQuery = infiniteQueryOptions({
  queryKey: [...inbox, 'pages'],
  queryFn: ({ pageParam, signal }) => fetchPage(pageParam, PAGE, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: ({ items }) => (items.length < PAGE ? undefined : items.at(-1)?.id),
});

export const settingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => answerTo(api.GET('/api/notifications/settings', { signal })),
});

export const refreshInbox = (queries: QueryClient) =>
  queries.invalidateQueries({ queryKey: inbox });

/** Marks these as read, or all. */
export async function markRead(queries: QueryClient, ids?: readonly number[]): Promise<void> {
  await answerTo(api.POST('/api/notifications/read', { body: ids ? { ids: [...ids] } : {} }));
  await refreshInbox(queries);
}
