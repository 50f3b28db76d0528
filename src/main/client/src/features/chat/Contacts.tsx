import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { Loading, SkeletonAvatar, SkeletonLine } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { Time } from '@/components/time/Time';
import type { Contact } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { contactsQuery } from './queries';
import css from './chat.module.css';

export function Contacts({ current }: { readonly current: string | undefined }) {
  const text = useText();
  const contacts = useQuery(contactsQuery);
  if (contacts.isPending) return <ContactSkeletons />;
  if (contacts.isError && !contacts.data) {
    return (
      <ProblemState level="part" error={contacts.error} onRetry={() => void contacts.refetch()} />
    );
  }
  const { items } = contacts.data;
  if (items.length === 0) return <p className={css.none}>{text('chat.noContacts')}</p>;
  return (
    <ul className={css.list}>
      {items.map((contact) => (
        <ContactRow key={contact.roomId} contact={contact} current={contact.roomId === current} />
      ))}
    </ul>
  );
}

function ContactRow({
  contact,
  current,
}: {
  readonly contact: Contact;
  readonly current: boolean;
}) {
  const text = useText();
  const { user, lastMessage, unread, online } = contact;
  return (
    <li>
      <Link
        className={css.contact}
        to={paths.chat(contact.roomId)}
        aria-current={current ? 'page' : undefined}
      >
        <span className={css.face}>
          <Avatar member={user} />
          {online && <span className={css.online} role="img" aria-label={text('chat.online')} />}
        </span>
        <span className={css.who}>
          <span className={css.name}>{user.username}</span>
          <span className={css.last}>{lastMessage?.content ?? text('chat.nothingYet')}</span>
        </span>
        <span className={css.aside}>
          {lastMessage && <Time short at={lastMessage.createdAt} />}
          {unread > 0 && (
            <span className={css.unread}>
              <span aria-hidden="true">{unread}</span>
              <span className="visually-hidden">{text('chat.unread', { count: unread })}</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function ContactSkeletons() {
  return (
    <>
      <Loading />
      <div className={css.list} aria-hidden="true">
        {['60%', '45%', '70%'].map((width) => (
          <div key={width} className={css.contact}>
            <SkeletonAvatar />
            <span className={css.who}>
              <SkeletonLine width={width} />
              <SkeletonLine width="85%" />
            </span>
          </div>
        ))}
      </div>
    </>
  );
}
