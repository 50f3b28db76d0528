import { Eye, MessageCircle } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { BoardName } from '@/components/board/BoardName';
import { Slot } from '@/components/slot/Slot';
import { rowBadges } from '@/components/slot/slots';
import { Time } from '@/components/time/Time';
import type { TopicSummary } from '@/lib/api/types';
import { shortNumber } from '@/lib/format';
import { useRegion, useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './topic-list.module.css';

interface Props {
  readonly topic: TopicSummary;
  readonly withBoard: boolean;
}

export function TopicRow({ topic, withBoard }: Props) {
  const rich = useRichText();
  const { author, board, lastReply } = topic;
  return (
    <li className={css.row}>
      <Avatar member={author} />
      <div className={css.what}>
        <h2 className={css.title}>
          <Link to={paths.topic(topic.id)}>{topic.title}</Link>
          <Slot of={rowBadges} give={{ topic }} />
        </h2>
        <p className={css.meta}>
          {withBoard && <BoardName id={board.id} title={board.title} />}
          <span>
            {rich('topics.openedBy', {
              name: <Link to={paths.user(author.id)}>{author.username}</Link>,
              time: <Time short at={topic.createdAt} />,
            })}
          </span>
        </p>
      </div>
      <Counts topic={topic} />
      <div className={css.last}>
        {lastReply && (
          <>
            <Avatar member={lastReply.author} size="small" />
            <span className={css.lastText}>
              {rich('topics.lastReply', {
                name: <Link to={paths.user(lastReply.author.id)}>{lastReply.author.username}</Link>,
                time: <Time short at={lastReply.createdAt} />,
              })}
            </span>
          </>
        )}
      </div>
    </li>
  );
}

function Counts({ topic }: { readonly topic: TopicSummary }) {
  const text = useText();
  const region = useRegion();
  const replies = text('post.replies', { count: topic.replyCount });
  const views = text('topics.views', { count: topic.views });
  return (
    <p className={css.counts}>
      <span className={css.count} title={replies}>
        <MessageCircle aria-hidden />
        <span aria-hidden="true">{shortNumber(topic.replyCount, region)}</span>
        <span className="visually-hidden">{replies}</span>
      </span>
      <span className={css.count} title={views}>
        <Eye aria-hidden />
        <span aria-hidden="true">{shortNumber(topic.views, region)}</span>
        <span className="visually-hidden">{views}</span>
      </span>
    </p>
  );
}
