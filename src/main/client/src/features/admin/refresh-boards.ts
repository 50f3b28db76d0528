import type { QueryClient } from '@tanstack/react-query';
import { boardsQuery } from '@/lib/entities/board';

/** Fetches the boards that everyone sees again, after they were changed. */
export const refreshBoards = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: boardsQuery.queryKey });
