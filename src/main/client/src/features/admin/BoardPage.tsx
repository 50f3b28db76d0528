import { useText } from '@/lib/i18n/use-text';
import { BoardDeletion } from './BoardDeletion';
import { BoardForm } from './BoardForm';
import { BoardRightsForm } from './BoardRightsForm';
import type { AdminBoard } from './entities';
import { SubPage } from './SubPage';

interface Props {
  /** Undefined for a new one. */
  readonly board?: AdminBoard;
  readonly all: readonly AdminBoard[];
}

/** Everything that can be set of a board. */
export function BoardPage({ board, all }: Props) {
  const text = useText();
  return (
    <SubPage
      title={board ? board.title : text('admin.board.add')}
      back={text('admin.board.back')}
      from={`board-${board?.id ?? 'new'}`}
    >
      <BoardForm board={board} all={all} />
      {board && <BoardRightsForm boardId={board.id} />}
      {board && <BoardDeletion board={board} all={all} />}
    </SubPage>
  );
}
