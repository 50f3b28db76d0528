import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from './api/client';
import type { Board, PageOf } from './api/types';

/** Every board, in its order: the lists show it, and whoever opens a topic chooses from it. */
export const boardsQuery = queryOptions({
  queryKey: ['boards'],
  queryFn: ({ signal }): Promise<PageOf<Board>> =>
    answerTo(api.GET('/api/topic/boards', { signal })),
  staleTime: 60_000,
});
