import { useRef, type ReactNode } from 'react';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { Announcer } from './Announcer';
import { Composer } from './Composer';
import { ConversationHead } from './ConversationHead';
import { History, type HistoryHandle } from './History';
import { outboxOf } from './outbox';
import { useOpening } from './use-opening';
import { useRoom } from './use-room';
import css from './conversation.module.css';

interface Props {
  readonly roomId: string;
  readonly me: number;
  /** What stands at the end of the head. */
  readonly actions?: ReactNode;
}

export function Conversation({ roomId, me, actions }: Props) {
  const room = useRoom(roomId, me);
  const history = useRef<HistoryHandle>(null);
  const { query, contact } = room;
  const messages = query.data;
  const earlier = {
    more: query.hasNextPage,
    loading: query.isFetchingNextPage,
    onMore: () => void query.fetchNextPage(),
  };
  const isOpen = useOpening({
    ...earlier,
    messages,
    me,
    unread: room.unread,
    failed: query.isFetchNextPageError,
  });

  const send = (content: string) => {
    outboxOf(me).add({ roomId, content, after: messages?.at(-1)?.id ?? 0 });
    history.current?.goToEnd();
  };
  return (
    <div className={css.conversation}>
      <ConversationHead contact={contact?.user} presence={room.presence}>
        {actions}
      </ConversationHead>
      {query.isError && !messages ? (
        <ProblemState level="part" error={query.error} onRetry={() => void query.refetch()} />
      ) : messages && isOpen ? (
        <>
          <History
            ref={history}
            roomId={roomId}
            me={me}
            name={contact?.user.username}
            messages={messages}
            texts={room.texts}
            unread={room.unread ?? 0}
            lastReadId={room.lastReadId}
            {...earlier}
          />
          <Announcer messages={messages} me={me} name={contact?.user.username} />
        </>
      ) : (
        <div className={css.room}>
          <Loading />
        </div>
      )}
      {!(query.isError && !messages) && (
        <Composer roomId={roomId} me={me} name={contact?.user.username} onSend={send} />
      )}
    </div>
  );
}
