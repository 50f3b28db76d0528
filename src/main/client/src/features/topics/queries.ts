import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { PageOf, TopicSummary } from '@/lib/api/types';

export const topicsQuery = (page: number, board?: number) =>
  queryOptions({
    queryKey: ['topics', { page, board }],
    queryFn: ({ signal }): Promise<PageOf<TopicSummary>> => {
      const query = board === undefined ? { page } : { page, board };
      return answerTo(api.GET('/api/index', { params: { query }, signal }));
    },
    // The former page stays, dimmed, until the next is there: nothing jumps.
    placeholderData: keepPreviousData,
  });
