import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { BoardName } from '@/components/board/BoardName';
import { SkeletonLine } from '@/components/skeleton/Skeleton';
import { boardsQuery } from '@/lib/entities/board';
import { shortNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './boards.module.css';

/** The boards beside the topics; on a narrow screen a row above them. */
export function BoardList({ current }: { readonly current?: number }) {
  const text = useText();
  const region = useRegion();
  const boards = useQuery(boardsQuery);
  return (
    <nav ref={showCurrent} className={css.boards} aria-labelledby="boards">
      <h2 id="boards" className={css.title}>
        {text('boards.title')}
      </h2>
      <ul className={css.list}>
        <li>
          <Link
            className={css.link}
            to={paths.home}
            aria-current={current === undefined ? 'page' : undefined}
          >
            {text('boards.all')}
          </Link>
        </li>
        {boards.isPending && <BoardSkeletons />}
        {boards.data?.items.map((board) => (
          <li key={board.id}>
            <Link
              className={css.link}
              to={paths.board(board.slug)}
              aria-current={current === board.id ? 'page' : undefined}
            >
              <BoardName {...board} />
              {board.topicCount > 0 && (
                <span
                  className={css.count}
                  title={text('boards.topics', { count: board.topicCount })}
                >
                  {shortNumber(board.topicCount, region)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** In the row of a narrow screen the current board may lie beyond the edge. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current]');
  const row = current?.closest('ul');
  if (current && row) row.scrollLeft = current.offsetLeft - row.clientWidth / 3;
}

function BoardSkeletons() {
  return ['60%', '80%', '45%', '70%'].map((width) => (
    <li key={width} className={css.link} aria-hidden="true">
      <SkeletonLine width={width} />
    </li>
  ));
}
