import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { ButtonLink } from '@/components/button/Button';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { branches } from './board-order';
import { BoardPage } from './BoardPage';
import { BoardRow } from './BoardRow';
import { adminBoardsQuery } from './entities';
import { useMoving } from './use-moving';
import { idIn, useChoices } from './use-choices';
import listCss from './list.module.css';
import pageCss from './page.module.css';

/** All boards in their order; one of them, or a new one, where the address says so. */
export default function BoardsPanel() {
  const text = useText();
  const choices = useChoices();
  const boards = useQuery(adminBoardsQuery);
  if (boards.isPending) return <Loading />;
  if (boards.isError && !boards.data) {
    return <ProblemState level="part" error={boards.error} onRetry={() => void boards.refetch()} />;
  }
  const { items } = boards.data;
  const chosen = choices.get('board');
  if (chosen === 'new') return <BoardPage key="new" all={items} />;
  if (chosen !== '') {
    const board = items.find(({ id }) => id === idIn(chosen));
    return board ? (
      <BoardPage key={board.id} board={board} all={items} />
    ) : (
      <State
        title={text('admin.board.gone')}
        actions={<ButtonLink to="?">{text('admin.board.back')}</ButtonLink>}
      />
    );
  }
  return <BoardList items={items} />;
}

function BoardList({ items }: { readonly items: Parameters<typeof useMoving>[0] }) {
  const text = useText();
  const { move, said, error, list } = useMoving(items);
  return (
    <Panel title={text('admin.boards')} lead={text('admin.boards.lead')}>
      <div className={pageCss.bar}>
        <ButtonLink look="primary" to="?board=new">
          <Plus aria-hidden />
          {text('admin.board.add')}
        </ButtonLink>
      </div>
      {error ? <ProblemNote error={error} /> : null}
      <ol ref={list} className={listCss.list}>
        {branches(items).map(({ board, below }) => (
          <li key={board.id} className={listCss.branch}>
            <BoardRow board={board} all={items} onMove={move} />
            {below.length > 0 && (
              <ol className={listCss.below}>
                {below.map((each) => (
                  <li key={each.id} className={listCss.branch}>
                    <BoardRow board={each} all={items} onMove={move} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </Panel>
  );
}
