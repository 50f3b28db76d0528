import { useRef } from 'react';
import { Pagination } from '@/components/pagination/Pagination';
import { ToLastPage } from '@/components/pagination/ToLastPage';
import { useFirstItemFocus } from '@/components/pagination/use-first-item-focus';
import { Note } from '@/components/state/Note';
import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { ScrollAnchor } from './ScrollAnchor';
import { Gone } from './gone';
import { NewReplies } from './NewReplies';
import { OpeningPost } from './OpeningPost';
import type { Place } from './place';
import { Progress } from './Progress';
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
  const { unseen, seen, latest, deleted, isGone } = useLiveTopic(topic.id, place.part);
  const { items, page, pageSize, total } = topic.replies;
  const content = useRef<HTMLDivElement>(null);
  const replyBox = useRef<HTMLDivElement>(null);
  useFirstItemFocus(content, '[tabindex="-1"]:is(article, li)', !waiting);
  return (
    <Gone value={isGone}>
      {isGone && (
        <div className={css.gone}>
          <Note>{text('topic.gone')}</Note>
        </div>
      )}
      <div className={css.layout}>
        <div ref={content} className={css.content}>
          <ScrollAnchor className={css.content}>
            <TopicHead topic={topic} />
            {page === 1 && <OpeningPost topic={topic} />}
            <Replies topic={topic} marked={place.floor} waiting={waiting} />
            <p role="status" className="visually-hidden">
              {latest && text('topic.newReplyBy', { ...latest })}
              {deleted !== undefined && text('topic.replyDeleted', { floor: deleted })}
            </p>
            <NewReplies topicId={topic.id} unseen={unseen} shown={items} onSeen={seen} />
            {'page' in place.part && !waiting && (
              <ToLastPage total={total} pageSize={pageSize} items={items.length} />
            )}
            <Pagination page={page} pageSize={pageSize} total={total} label={text('topic.pages')} />
          </ScrollAnchor>
          <div ref={replyBox} id="reply" className={css.replyPlace}>
            <ReplyBox topic={topic} isGone={isGone} />
          </div>
        </div>
        <TopicFacts topic={topic} />
        <Progress topic={topic} replyBox={replyBox} isGone={isGone} />
      </div>
    </Gone>
  );
}
