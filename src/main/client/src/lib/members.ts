import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from './api/client';
import type { Author, PageOf } from './api/types';

/** The first few members whose name begins so. */
export const membersQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['members', prefix],
    queryFn: ({ signal }): Promise<PageOf<Author>> =>
      answerTo(api.GET('/api/users', { params: { query: { prefix } }, signal })),
    staleTime: 60_000,
    retry: false,
  });
