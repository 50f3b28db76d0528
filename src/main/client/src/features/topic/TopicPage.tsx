import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { Pagination } from '@/components/pagination/Pagination';
import { ProblemState } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { names } from '@/lib/names';
import { OpeningPost } from './OpeningPost';
import { placeIn } from './place';
import { topicQuery } from './queries';
import { ReplyBox } from './ReplyBox';
import { ReplyPost } from './ReplyPost';
import { TopicFacts } from './TopicFacts';
import { TopicHead } from './TopicHead';
import { TopicSkeleton } from './TopicSkeleton';
import { useScrollToFloor } from './use-scroll-to-floor';
import css from './topic.module.css';

export default function TopicPage() {
  const text = useText();
  const id = Number(useParams().id);
  const { search, hash } = useLocation();
  const { part, floor } = placeIn(new URLSearchParams(search), hash);
  const query = useQuery(topicQuery(id, part));
  useScrollToFloor(floor, query.isSuccess && !query.isPlaceholderData);

  if (query.isPending) return <TopicSkeleton />;
  if (query.isError && !query.data) {
    return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const topic = query.data;
  const { items, page, pageSize, total } = topic.replies;
  return (
    <div className={css.layout}>
      <div className={css.content}>
        <TopicHead key={id} topic={topic} />
        {page === 1 && <OpeningPost topic={topic} />}
        {total > 0 && (
          <section
            aria-labelledby="replies"
            className={names(query.isPlaceholderData && css.waiting)}
          >
            <h2 id="replies" className={css.repliesTitle}>
              {text('topics.replies', { count: topic.replyCount })}
            </h2>
            <ol className={css.posts}>
              {items.map((reply) => (
                <ReplyPost key={reply.id} reply={reply} marked={reply.floor === floor} />
              ))}
            </ol>
          </section>
        )}
        <Pagination page={page} pageSize={pageSize} total={total} label={text('topic.pages')} />
        <ReplyBox topic={topic} />
      </div>
      <TopicFacts topic={topic} />
    </div>
  );
}
