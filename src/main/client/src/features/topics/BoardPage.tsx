import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useParams } from 'react-router';
import { ButtonLink } from '@/components/button/Button';
import { PageHeading } from '@/components/page/PageHeading';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { ProblemError } from '@/lib/api/problem';
import { boardsQuery } from '@/lib/entities/board';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useMember } from '@/lib/entities/session';
import { BoardList } from './BoardList';
import { TopicList } from './TopicList';
import css from './topics.module.css';

const noSuchBoard = new ProblemError({
  type: '/problems/not-found',
  title: 'Not Found',
  status: 404,
  detail: '',
});

export default function BoardPage() {
  const text = useText();
  const { slug } = useParams();
  const member = useMember();
  const boards = useQuery(boardsQuery);
  if (boards.isPending) return <Loading />;
  const board = boards.data?.items.find((each) => each.slug === slug);
  if (!board) {
    return (
      <ProblemState error={boards.error ?? noSuchBoard} onRetry={() => void boards.refetch()} />
    );
  }
  return (
    <div className={css.layout}>
      <BoardList current={board.id} />
      <section className={css.content}>
        <div className={css.head}>
          <div>
            <PageHeading key={board.id} title={board.title} />
            <p className={css.description}>{board.description}</p>
          </div>
          {member && (
            <ButtonLink to={paths.newTopic(board.id)}>
              <PenLine aria-hidden />
              {text('topics.openHere')}
            </ButtonLink>
          )}
        </div>
        <TopicList board={board.id} />
      </section>
    </div>
  );
}
