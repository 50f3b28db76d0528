import { Avatar } from '@/components/avatar/Avatar';
import { Time } from '@/components/time/Time';
import type { Contact } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Badge } from '@/components/badge/Badge';
import { plainText } from './plain-text';
import { RoomLink } from './RoomLink';
import { useConnected } from './use-connected';
import { usePresence } from './use-presence';
import css from './contacts.module.css';

interface Props {
  readonly contact: Contact;
  readonly me: number;
  readonly current: boolean;
  readonly followed: boolean;
}

export function ContactRow({ contact, me, current, followed }: Props) {
  const text = useText();
  const { roomId, user, lastMessage, unread } = contact;
  usePresence(followed ? roomId : undefined, me);
  // Without a connection nobody knows who is there.
  const online = useConnected() && contact.online;
  return (
    <li>
      <RoomLink
        roomId={roomId}
        className={classNames(css.contact, unread > 0 && css.waiting)}
        data-room={roomId}
        aria-current={current ? 'page' : undefined}
      >
        <span className={css.face}>
          <Avatar member={user} />
          {online && <span className={css.online} role="img" aria-label={text('chat.online')} />}
        </span>
        <span className={css.who}>
          <span className={css.name} dir="auto">
            {user.username}
          </span>
          <span className={css.last}>
            {lastMessage?.senderId === me && `${text('chat.you')}: `}
            <bdi>{lastMessage ? plainText(lastMessage.html) : text('chat.nothingYet')}</bdi>
          </span>
        </span>
        <span className={css.aside}>
          {lastMessage && <Time short at={lastMessage.createdAt} />}
          <Badge count={unread} />
        </span>
      </RoomLink>
    </li>
  );
}
