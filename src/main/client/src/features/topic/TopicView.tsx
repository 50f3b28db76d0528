import { Pagination } from '@/components/pagination/Pagination';
import { Note } from '@/components/state/Note';
import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { ScrollAnchor } from './ScrollAnchor';
import { NewReplies } from './NewReplies';
import { OpeningPost } from './OpeningPost';
import type { Place } from './place';
import { Replies } from './Replies';
import { ReplyBox } from './ReplyBox';
import { TopicFacts } from './TopicFacts';
import { TopicHead } from './TopicHead';
import { useLiveTopic } from './use-live-topic';
import css from './topic.module.css';

interface Props {
  readonly topic: Topic;
  readonly place: Place;
  /** Whether this is the page before, until the one that was asked for is there. */
  readonly waiting: boolean;
}

/** A page of a topic, kept as it is now. */
export function TopicView({ topic, place, waiting }: Props) {
  const text = useText();
  const { unseen, seen, latest, isGone } = useLiveTopic(topic.id, place.part);
  const { items, page, pageSize, total } = topic.replies;
  return (
    <>
      {isGone && (
        <div className={css.gone}>
          <Note>{text('topic.gone')}</Note>
        </div>
      )}
      <div className={css.layout}>
        <div className={css.content}>
          <ScrollAnchor className={css.content}>
            <TopicHead topic={topic} />
            {page === 1 && <OpeningPost topic={topic} />}
            <Replies topic={topic} marked={place.floor} waiting={waiting} />
            <p role="status" className="visually-hidden">
              {latest && text('topic.newReplyBy', { ...latest })}
            </p>
            <NewReplies topicId={topic.id} unseen={unseen} shown={items} onSeen={seen} />
            <Pagination page={page} pageSize={pageSize} total={total} label={text('topic.pages')} />
          </ScrollAnchor>
          <ReplyBox topic={topic} />
        </div>
        <TopicFacts topic={topic} />
      </div>
    </>
  );
}
