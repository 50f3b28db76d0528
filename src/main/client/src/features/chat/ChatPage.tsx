import { MessagesSquare } from 'lucide-react';
import { useParams } from 'react-router';
import { PageHeading } from '@/components/page/PageHeading';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { names } from '@/lib/names';
import { useAuthor } from '@/lib/session';
import { Contacts } from './Contacts';
import { Conversation } from './Conversation';
import css from './chat.module.css';

/** Contacts beside the conversation; on a narrow screen one or the other. */
export default function ChatPage() {
  const text = useText();
  const { roomId } = useParams();
  const member = useAuthor();
  return (
    <div className={names(css.page, roomId !== undefined && css.inRoom)}>
      <section className={css.contacts}>
        {roomId === undefined ? (
          <PageHeading title={text('chat.title')} className={css.title} />
        ) : (
          <h2 className={css.title}>{text('chat.title')}</h2>
        )}
        <Contacts current={roomId} />
      </section>
      <section className={css.room} aria-label={text('chat.conversation')}>
        {roomId !== undefined && member ? (
          <Conversation key={roomId} roomId={roomId} memberId={member.id} />
        ) : (
          <State picture={<MessagesSquare />} title={text('chat.choose.title')}>
            {text('chat.choose.body')}
          </State>
        )}
      </section>
    </div>
  );
}
