import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { BoardName } from '@/components/board/BoardName';
import { PageHeading } from '@/components/page/PageHeading';
import { Slot } from '@/components/slot/Slot';
import { topicMeta } from '@/components/slot/slots';
import type { Topic } from '@/lib/api/types';
import { boardsQuery } from '@/lib/entities/board';
import { paths } from '@/lib/paths';
import css from './topic.module.css';

export function TopicHead({ topic }: { readonly topic: Topic }) {
  const boards = useQuery(boardsQuery);
  const board = boards.data?.items.find((each) => each.id === topic.board.id);
  const name = <BoardName {...topic.board} />;
  return (
    <div className={css.head}>
      <p className={css.board}>
        {board ? <Link to={paths.board(board.slug)}>{name}</Link> : name}
        <Slot of={topicMeta} give={{ topic }} />
      </p>
      <PageHeading title={topic.title} />
    </div>
  );
}
