import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';
import type { Author, CurrentUser, OwnProfile, PageOf, PublicProfile } from '../api/types';
import { sessionQuery } from './session';
import { refreshTopics } from './topic';

export const memberQuery = (id: number) =>
  queryOptions({
    queryKey: ['member', id],
    queryFn: ({ signal }): Promise<PublicProfile> =>
      answerTo(api.GET('/api/user/{id}', { params: { path: { id } }, signal })),
  });

export const ownProfileQuery = queryOptions({
  queryKey: ['member', 'own'],
  queryFn: ({ signal }): Promise<OwnProfile> => answerTo(api.POST('/api/profile', { signal })),
});

/** The first few members whose name begins with the prefix. */
export const membersQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['members', prefix],
    queryFn: ({ signal }): Promise<PageOf<Author>> =>
      answerTo(api.GET('/api/users', { params: { query: { prefix } }, signal })),
    staleTime: 60_000,
    retry: false,
  });

/** Puts the signed-in member's own data in place; pages that show their name are fetched when they are next shown. */
export function putOwnProfile(queries: QueryClient, changed: CurrentUser): void {
  queries.setQueryData(sessionQuery.queryKey, changed);
  void queries.invalidateQueries({ queryKey: ['member'] });
  refreshTopics(queries);
}
