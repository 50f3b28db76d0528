import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { Time } from '@/components/time/Time';
import { classNames } from '@/lib/class-names';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { markRead, type Notification } from './entities';
import css from './inbox.module.css';
import { kindMessage } from './kinds';
import { laterMessages } from './later-messages';

await laterMessages;

/** A notification; the whole row leads to what it is about, and is read when it is followed. */
export function NotificationRow({ item }: { readonly item: Notification }) {
  const text = useText();
  const rich = useRichText();
  const queries = useQueryClient();
  const [actor] = item.actors;
  const isUnread = item.readAt === null;
  // What was taken away cannot be opened; a reply's topic can.
  const isGone = Boolean(item.note?.text) && !item.reply;
  const to = item.reply ? paths.floor(item.topic.id, item.reply.floor) : paths.topic(item.topic.id);
  return (
    <li className={classNames(css.row, isUnread && css.unread)}>
      {actor && <Avatar member={actor} />}
      <div className={css.text}>
        <p>
          {isUnread && <span className="visually-hidden">{text('inbox.unread')} </span>}
          {rich(kindMessage(item), {
            name: <bdi className={css.name}>{actor?.username ?? text('inbox.somebody')}</bdi>,
            more: text('inbox.more', { count: item.count - 1 }),
            topic: isGone ? (
              <bdi className={css.name}>{item.topic.title}</bdi>
            ) : (
              <Link
                className={css.link}
                to={to}
                dir="auto"
                onClick={() => {
                  // The page opens in any case; what stays unread for once is read the next time.
                  if (isUnread) markRead(queries, [item.id]).catch(() => undefined);
                }}
              >
                {item.topic.title}
              </Link>
            ),
          })}
        </p>
        {item.note && <NoteText note={item.note} />}
        {item.excerpt && !item.note?.text && (
          <p className={css.excerpt} dir="auto">
            {item.excerpt}
          </p>
        )}
      </div>
      <span className={css.when}>
        <Time short at={item.createdAt} />
      </span>
    </li>
  );
}

/** Why a moderator did it, and the text of what is no longer shown, to copy. */
function NoteText({ note }: { readonly note: NonNullable<Notification['note']> }) {
  const text = useText();
  return (
    <>
      {note.reason && (
        <p className={css.reason} dir="auto">
          {text('inbox.reason', { reason: note.reason })}
        </p>
      )}
      {note.text && (
        <details className={css.note}>
          <summary>{text('inbox.yourText')}</summary>
          <pre dir="auto" tabIndex={0} aria-label={text('inbox.yourText')} role="region">
            {note.text}
          </pre>
        </details>
      )}
    </>
  );
}
