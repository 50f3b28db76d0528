import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronLeft } from 'lucide-react';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { PageHeading } from '@/components/page/PageHeading';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { History } from './History';
import { contactsQuery, messagesQuery } from './queries';
import css from './chat.module.css';

interface Props {
  readonly roomId: string;
  readonly memberId: number;
}

export function Conversation({ roomId, memberId }: Props) {
  const text = useText();
  const contacts = useQuery(contactsQuery);
  const messages = useInfiniteQuery(messagesQuery(roomId));
  const contact = contacts.data?.items.find((each) => each.roomId === roomId)?.user;
  return (
    <>
      <header className={css.head}>
        <Link className={css.back} to={paths.chats} aria-label={text('chat.back')}>
          <ChevronLeft aria-hidden />
        </Link>
        {contact && <Avatar member={contact} />}
        <PageHeading
          title={
            contact ? text('chat.with', { name: contact.username }) : text('chat.conversation')
          }
          className={css.headName}
        >
          {contact && <Link to={paths.user(contact.id)}>{contact.username}</Link>}
        </PageHeading>
      </header>
      {messages.isPending && <Loading />}
      {messages.isError && !messages.data && (
        <ProblemState level="part" error={messages.error} onRetry={() => void messages.refetch()} />
      )}
      {messages.data && (
        <History
          messages={messages.data}
          memberId={memberId}
          contact={contact}
          more={messages.hasNextPage}
          loading={messages.isFetchingNextPage}
          onMore={() => void messages.fetchNextPage()}
        />
      )}
    </>
  );
}
