import { useQuery } from '@tanstack/react-query';
import { Lock, MessageCircle, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { BoardName } from '@/components/board/BoardName';
import { Slot } from '@/components/slot/Slot';
import { rowBadges } from '@/components/slot/slots';
import { Time } from '@/components/time/Time';
import type { TopicSummary } from '@/lib/api/types';
import { boardsQuery } from '@/lib/entities/board';
import { shortNumber } from '@/lib/format';
import { useRegion, useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './topic-list.module.css';

interface Props {
  readonly topic: TopicSummary;
  readonly withBoard: boolean;
}

/** A topic in a list. What there is none of takes no place: no zero, no empty column. */
export function TopicRow({ topic, withBoard }: Props) {
  const text = useText();
  const rich = useRichText();
  const { author, lastReply } = topic;
  const last = lastReply ?? topic;
  return (
    <li className={css.row}>
      <Avatar member={author} />
      <h2 className={css.title}>
        {topic.pinned !== 'no' && (
          <RowState icon={<Pin aria-hidden />} word={text('topics.pinned')} />
        )}
        {topic.locked && <RowState icon={<Lock aria-hidden />} word={text('topics.locked')} />}
        <Link to={paths.topic(topic.id)} dir="auto">
          {topic.title}
        </Link>
        <Slot of={rowBadges} give={{ topic }} />
      </h2>
      <p className={css.meta}>
        {withBoard && <BoardLink board={topic.board} />}
        {lastReply && (
          <span className={css.opened}>
            {rich('topics.openedBy', {
              name: <MemberLink member={author} />,
              time: <Time short at={topic.createdAt} />,
            })}
          </span>
        )}
      </p>
      <Replies count={topic.replyCount} />
      <p className={css.last}>
        {lastReply && <Avatar member={lastReply.author} size="small" />}
        <span className={css.lastText}>
          {rich('topics.lastReply', {
            name: <MemberLink member={last.author} />,
            time: <Time short at={last.createdAt} />,
          })}
        </span>
      </p>
    </li>
  );
}

/** A state of the topic: a picture for those who see it, its word for those who hear it or point at it. */
function RowState({ icon, word }: { readonly icon: ReactNode; readonly word: string }) {
  return (
    <span className={css.state} title={word}>
      {icon}
      <span className="visually-hidden">{word} </span>
    </span>
  );
}

function BoardLink({ board }: { readonly board: TopicSummary['board'] }) {
  const slug = useQuery(boardsQuery).data?.items.find(({ id }) => id === board.id)?.slug;
  const name = <BoardName {...board} />;
  return slug === undefined ? name : <Link to={paths.board(slug)}>{name}</Link>;
}

function MemberLink({ member }: { readonly member: TopicSummary['author'] }) {
  return (
    <Link to={paths.user(member.id)} dir="auto">
      {member.username}
    </Link>
  );
}

function Replies({ count }: { readonly count: number }) {
  const text = useText();
  const region = useRegion();
  if (count === 0) return null;
  const replies = text('post.replies', { count });
  return (
    <p className={css.count} title={replies}>
      <MessageCircle aria-hidden />
      <span aria-hidden="true">{shortNumber(count, region)}</span>
      <span className="visually-hidden">{replies}</span>
    </p>
  );
}
