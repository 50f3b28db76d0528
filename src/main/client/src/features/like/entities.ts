import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Author, PageOf } from '@/lib/api/types';

/** The members who like a post, the latest first; of very many the first hundred. */
export const likesQuery = (topicId: number, replyId: number | undefined) =>
  queryOptions({
    queryKey: ['likes', topicId, replyId],
    queryFn: ({ signal }): Promise<PageOf<Author>> => {
      const query = { pageSize: 100 };
      return replyId === undefined
        ? answerTo(
            api.GET('/api/topic/{id}/likes', { params: { path: { id: topicId }, query }, signal }),
          )
        : answerTo(
            api.GET('/api/reply/{id}/likes', { params: { path: { id: replyId }, query }, signal }),
          );
    },
    staleTime: 0,
  });
