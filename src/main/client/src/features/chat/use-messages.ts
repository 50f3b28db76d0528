import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Message } from '@/lib/api/types';
import { type CatchUp, createCatchUp } from './catch-up';
import { lastIdOf, withAppended } from './message-pages';
import { messagesAfter, messagesQuery } from './entities';

/** A room's messages, kept whole: `heard` takes what events tell, `ask` looks for what they did not. */
export function useMessages(roomId: string) {
  const queries = useQueryClient();
  const query = useInfiniteQuery(messagesQuery(roomId));
  const current = useRef<CatchUp>(undefined);

  useEffect(() => {
    const { queryKey } = messagesQuery(roomId);
    const catchUp = createCatchUp({
      lastId: () => lastIdOf(queries.getQueryData(queryKey)),
      append: (messages) =>
        queries.setQueryData(queryKey, (parts) => parts && withAppended(parts, messages)),
      after: (id) => messagesAfter(roomId, id),
    });
    current.current = catchUp;
    return () => catchUp.stop();
  }, [queries, roomId]);

  const ask = useCallback(() => current.current?.ask(), []);
  const heard = useCallback(
    (message: Message, previousId: number) => current.current?.heard(message, previousId),
    [],
  );
  // Between what was loaded and the first event there may be a gap.
  const { isSuccess } = query;
  useEffect(() => {
    if (isSuccess) ask();
  }, [isSuccess, ask]);

  return { query, ask, heard };
}
