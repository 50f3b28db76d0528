import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';
import type { Board, PageOf } from '../api/types';

/** All boards, sorted by position: for the lists, and for the choice of a board of a new topic. */
export const boardsQuery = queryOptions({
  queryKey: ['boards'],
  queryFn: ({ signal }): Promise<PageOf<Board>> =>
    answerTo(api.GET('/api/topic/boards', { signal })),
  staleTime: 60_000,
});

/** Counts a topic that was opened in a board (1) or taken out of it (-1). */
export function countTopic(queries: QueryClient, boardId: number, change: 1 | -1): void {
  queries.setQueryData(
    boardsQuery.queryKey,
    (boards) =>
      boards && {
        ...boards,
        items: boards.items.map((board) =>
          board.id === boardId ? { ...board, topicCount: board.topicCount + change } : board,
        ),
      },
  );
}

/** Fetches the boards again, after they were changed. */
export const refreshBoards = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: boardsQuery.queryKey });
