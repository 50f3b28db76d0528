import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { BoardName } from '@/components/board/BoardName';
import { Time } from '@/components/time/Time';
import type { SearchHit } from '@/lib/api/types';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { Marked } from './Marked';
import css from './search-page.module.css';

export function HitRow({ hit }: { readonly hit: SearchHit }) {
  return (
    <li className={css.hit}>
      <h2 className={css.title}>
        {hit.member && <Avatar member={hit.member} size="small" />}
        <Link to={pathOf(hit)}>
          <Marked html={hit.title} />
        </Link>
      </h2>
      {hit.snippet !== '' && (
        <p className={css.snippet} dir="auto">
          <Marked html={hit.snippet} />
        </p>
      )}
      <p className={css.meta}>
        <Meta hit={hit} />
      </p>
    </li>
  );
}

function pathOf({ topic, reply, member, message }: SearchHit): string {
  if (message) return paths.chat(message.roomId);
  if (member) return paths.user(member.id);
  if (reply) return paths.floor(reply.topicId, reply.floor);
  return topic ? paths.topic(topic.id) : paths.home;
}

function Meta({ hit: { topic, reply, member, message, createdAt } }: { readonly hit: SearchHit }) {
  const text = useText();
  const rich = useRichText();
  const time = <Time short at={createdAt} />;
  if (member) return <span>{rich('search.memberSince', { time })}</span>;
  if (message) return <span>{rich('search.by', { name: message.sender.username, time })}</span>;
  const author = reply?.author ?? topic?.author;
  return (
    <>
      {topic && <BoardName {...topic.board} />}
      {reply && <span>{text('search.floor', { floor: reply.floor })}</span>}
      {author && (
        <span>
          {rich('search.by', {
            name: <Link to={paths.user(author.id)}>{author.username}</Link>,
            time,
          })}
        </span>
      )}
    </>
  );
}
