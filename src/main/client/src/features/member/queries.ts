import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { OwnProfile, PublicProfile } from '@/lib/api/types';

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
