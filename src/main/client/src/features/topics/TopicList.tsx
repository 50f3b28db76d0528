import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { ButtonLink } from '@/components/button/Button';
import { Pagination } from '@/components/pagination/Pagination';
import { ToLastPage } from '@/components/pagination/ToLastPage';
import { ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { paths, signInPath } from '@/lib/paths';
import { useMember } from '@/lib/entities/session';
import { topicsQuery } from '@/lib/entities/topic';
import { usePageNumber } from '@/lib/use-page-number';
import { TopicListSkeleton } from './TopicListSkeleton';
import { Topics } from './Topics';

export function TopicList({ board }: { readonly board?: number }) {
  const text = useText();
  const page = usePageNumber();
  const topics = useQuery(topicsQuery(page, board));
  if (topics.isPending) return <TopicListSkeleton />;
  if (!topics.data) {
    return <ProblemState level="part" error={topics.error} onRetry={() => void topics.refetch()} />;
  }
  const { pageSize, total } = topics.data;
  return (
    <>
      <Topics
        key={board}
        topics={topics.data}
        board={board}
        waiting={topics.isPlaceholderData}
        empty={<NoTopics board={board} beyond={page > 1} />}
      />
      {!topics.isPlaceholderData && (
        <ToLastPage total={total} pageSize={pageSize} items={topics.data.items.length} />
      )}
      <Pagination page={page} pageSize={pageSize} total={total} label={text('topics.pages')} />
    </>
  );
}

function NoTopics({
  board,
  beyond,
}: {
  readonly board: number | undefined;
  readonly beyond: boolean;
}) {
  const text = useText();
  const member = useMember();
  const compose = paths.newTopic(board);
  return (
    <State
      picture={<MessageSquarePlus />}
      title={text(beyond ? 'topics.beyond.title' : 'topics.empty.title')}
      actions={
        beyond ? (
          <ButtonLink look="primary" to="?">
            {text('topics.beyond.first')}
          </ButtonLink>
        ) : (
          <ButtonLink look="primary" to={member ? compose : signInPath(compose)}>
            {text(member ? 'action.newTopic' : 'action.signIn')}
          </ButtonLink>
        )
      }
    >
      {text(beyond ? 'topics.beyond.body' : 'topics.empty.body')}
    </State>
  );
}
