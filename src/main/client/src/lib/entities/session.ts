import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';
import type { CurrentUser } from '../api/types';
import { createStore, useStore } from '../store';

/** The signed-in member, or null for a guest. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<CurrentUser | null> =>
    (await answerTo(api.POST('/api/session', { signal }))).user,
  staleTime: 5 * 60_000,
});

/** Whose session ended without them asking for it: the banner offers to sign in again. */
export const endedSession = createStore<CurrentUser | null>(null);

export function useMember(): CurrentUser | null | undefined {
  return useQuery(sessionQuery).data;
}

/**
 * Who is writing here: the member, also after their session ended, for what they type stays on the page and is sent
 * when they have signed in again.
 */
export function useAuthor(): CurrentUser | null {
  const ended = useStore(endedSession);
  return useMember() ?? ended;
}

/** What a guest saw is not what this member may see (permissions, contacts): nothing cached outlives the change. */
export function startSession(queries: QueryClient, member: CurrentUser): void {
  endedSession.set(null);
  queries.setQueryData(sessionQuery.queryKey, member);
  forgetOthers(queries);
}

export function endSession(queries: QueryClient): void {
  const member = queries.getQueryData(sessionQuery.queryKey);
  if (!member) return;
  endedSession.set(member);
  queries.setQueryData(sessionQuery.queryKey, null);
}

export function leaveSession(queries: QueryClient): void {
  endedSession.set(null);
  queries.setQueryData(sessionQuery.queryKey, null);
  forgetOthers(queries);
}

const others = {
  predicate: (query: { queryKey: readonly unknown[] }) =>
    query.queryKey[0] !== sessionQuery.queryKey[0],
};

/** Fetches again, when it is shown, all that may show the member's name or picture. */
export function refreshAll(queries: QueryClient): void {
  void queries.invalidateQueries(others);
}

function forgetOthers(queries: QueryClient): void {
  queries.removeQueries({ ...others, type: 'inactive' });
  refreshAll(queries);
}
