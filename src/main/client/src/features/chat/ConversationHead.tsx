import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { PageHeading } from '@/components/page/PageHeading';
import type { Author } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { paths } from '@/lib/paths';
import { usePlace } from './place';
import { RoomLink } from './RoomLink';
import css from './conversation.module.css';

interface Props {
  readonly contact: Author | undefined;
  readonly presence: 'away' | 'online' | 'typing';
  readonly children: ReactNode;
}

/** Who it is, and what they are doing: here it moves nothing of what is being read. */
export function ConversationHead({ contact, presence, children }: Props) {
  const text = useText();
  const place = usePlace();
  return (
    <header className={css.head}>
      <RoomLink
        roomId={undefined}
        className={classNames(css.back, place.kind === 'page' && css.narrowOnly)}
        aria-label={text('chat.back')}
      >
        <ChevronLeft aria-hidden />
      </RoomLink>
      {contact && <Avatar member={contact} />}
      <div className={css.about}>
        <Heading contact={contact} />
        <span className={classNames(css.presence, css[presence])}>
          {presence === 'online' && text('chat.online')}
          {presence === 'typing' && text('chat.typing')}
        </span>
      </div>
      {children}
    </header>
  );
}

function Heading({ contact }: { readonly contact: Author | undefined }) {
  const text = useText();
  const { kind } = usePlace();
  const name = contact && (
    <Link dir="auto" to={paths.user(contact.id)}>
      {contact.username}
    </Link>
  );
  if (kind === 'drawer') return <h2 className={css.name}>{name}</h2>;
  const title = contact ? text('chat.with', { name: contact.username }) : text('chat.conversation');
  return (
    <PageHeading title={title} className={css.name}>
      {name}
    </PageHeading>
  );
}
