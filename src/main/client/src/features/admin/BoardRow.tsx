import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { BoardName } from '@/components/board/BoardName';
import { ButtonLink, IconButton } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';
import { placeOf } from './board-order';
import type { AdminBoard } from './entities';
import css from './list.module.css';

interface Props {
  readonly board: AdminBoard;
  readonly all: readonly AdminBoard[];
  readonly onMove: (id: number, step: -1 | 1) => void;
}

export function BoardRow({ board, all, onMove }: Props) {
  const text = useText();
  const { index, count } = placeOf(all, board.id);
  const edit = useRef<HTMLAnchorElement>(null);
  const came = (useLocation().state as { from?: string } | null)?.from === `board-${board.id}`;
  useEffect(() => {
    if (came) edit.current?.focus();
  }, [came]);
  const facts = [
    `/${board.slug}`,
    text(`admin.kind.${board.kind}`),
    text('admin.board.topics', { count: board.topicCount }),
    ...(board.archived ? [text('admin.board.archived')] : []),
  ];
  return (
    <div className={css.row}>
      <div className={css.rowText}>
        <span className={css.rowName}>
          <BoardName id={board.id} title={board.title} colour={board.colour} />
        </span>
        <span className={css.facts}>{facts.join(' · ')}</span>
        {board.merging && <Merging board={board} all={all} />}
      </div>
      <div className={css.rowActions}>
        <IconButton
          small
          data-move={`${board.id} -1`}
          label={text('admin.board.up', { title: board.title })}
          aria-disabled={index === 0 || undefined}
          onClick={() => onMove(board.id, -1)}
        >
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton
          small
          data-move={`${board.id} 1`}
          label={text('admin.board.down', { title: board.title })}
          aria-disabled={index === count - 1 || undefined}
          onClick={() => onMove(board.id, 1)}
        >
          <ArrowDown aria-hidden />
        </IconButton>
        {!board.merging && (
          <ButtonLink
            small
            ref={edit}
            to={`?board=${board.id}`}
            aria-label={text('admin.editNamed', { name: board.title })}
          >
            {text('admin.edit')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** How far the topics have been moved. */
function Merging({ board, all }: Pick<Props, 'board' | 'all'>) {
  const text = useText();
  const { merging } = board;
  if (!merging) return null;
  const into = all.find(({ id }) => id === merging.into)?.title;
  const done = merging.total - merging.left;
  const words =
    into === undefined
      ? text('admin.board.deleting')
      : text('admin.board.merging', { into, done, total: merging.total });
  return (
    <span className={css.progress}>
      <span className={css.facts}>{words}</span>
      {merging.total > 0 && <progress value={done} max={merging.total} aria-label={words} />}
    </span>
  );
}
