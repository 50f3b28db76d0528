import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerTo, api } from '@/lib/api/client';
import { refreshBoards } from '@/lib/entities/board';
import { useText } from '@/lib/i18n/use-text';
import { inOrder, moved, placeOf } from './board-order';
import { type AdminBoard, adminBoardsQuery } from './entities';

type Step = -1 | 1;

/** Moves boards up and down: shown at once, put back where the server refuses. The focus stays on what moved. */
export function useMoving(items: readonly AdminBoard[]) {
  const text = useText();
  const queries = useQueryClient();
  const list = useRef<HTMLOListElement>(null);
  const [last, setLast] = useState<{ readonly id: number; readonly step: Step }>();
  const { queryKey } = adminBoardsQuery;
  const ordering = useMutation({
    mutationFn: (ids: readonly number[]) =>
      answerTo(api.PUT('/api/admin/boards/order', { body: { ids: [...ids] } })),
    // One after the other: the last one counts.
    scope: { id: 'board-order' },
    onSuccess: () => refreshBoards(queries),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  useEffect(() => {
    if (!last || !list.current) return;
    const buttons = [last.step, -last.step].map((step) =>
      list.current?.querySelector<HTMLButtonElement>(
        `[data-move="${last.id} ${step}"]:not([aria-disabled="true"])`,
      ),
    );
    buttons.find(Boolean)?.focus();
  }, [last]);

  const move = (id: number, step: Step) => {
    const ids = moved(items, id, step);
    if (!ids) return;
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(
      queryKey,
      (before) => before && { ...before, items: inOrder(before.items, ids) },
    );
    setLast({ id, step });
    ordering.mutate(ids);
  };
  const board = items.find(({ id }) => id === last?.id);
  const place = board && placeOf(items, board.id);
  const said =
    board && place
      ? text('admin.board.moved', {
          title: board.title,
          place: place.index + 1,
          count: place.count,
        })
      : '';
  return { move, said, error: ordering.error, list };
}
