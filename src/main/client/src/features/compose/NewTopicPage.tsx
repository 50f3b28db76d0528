import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { PageHeading } from '@/components/page/PageHeading';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { boardsQuery } from '@/lib/entities/board';
import { useText } from '@/lib/i18n/use-text';
import { useAuthor } from '@/lib/entities/session';
import { NewTopicForm } from './NewTopicForm';
import css from './compose.module.css';

export default function NewTopicPage() {
  const text = useText();
  const author = useAuthor();
  const boards = useQuery(boardsQuery);
  const [search] = useSearchParams();
  const wanted = Number(search.get('board'));
  if (boards.isError && !boards.data) {
    return <ProblemState error={boards.error} onRetry={() => void boards.refetch()} />;
  }
  return (
    <div className={css.page}>
      <PageHeading title={text('compose.title')} />
      {author && boards.data ? (
        <NewTopicForm key={author.id} author={author} boards={boards.data.items} board={wanted} />
      ) : (
        <Loading />
      )}
    </div>
  );
}
