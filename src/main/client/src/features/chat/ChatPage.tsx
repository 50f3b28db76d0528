import { MessagesSquare } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { PageHeading } from '@/components/page/PageHeading';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { paths } from '@/lib/paths';
import { useAuthor } from '@/lib/entities/session';
import { ContactPanel } from './ContactPanel';
import { Conversation } from './Conversation';
import css from './chat.module.css';

/** Contacts beside the conversation; on a narrow screen one or the other. */
export default function ChatPage() {
  const text = useText();
  const { roomId } = useParams();
  const navigate = useNavigate();
  const member = useAuthor();
  if (!member) return null;
  return (
    <div
      className={classNames(css.page, roomId !== undefined && css.inRoom)}
      data-fills-screen={roomId === undefined ? 'wide' : 'always'}
    >
      <section className={css.contacts} aria-label={text('chat.title')}>
        {roomId === undefined ? (
          <PageHeading title={text('chat.title')} className={css.title} />
        ) : (
          <h2 className={css.title}>{text('chat.title')}</h2>
        )}
        <ContactPanel
          me={member.id}
          current={roomId}
          onOpen={(opened) => void navigate(paths.chat(opened))}
        />
      </section>
      <section className={css.room} aria-label={text('chat.conversation')}>
        {roomId === undefined ? (
          <div className={css.choose}>
            <State picture={<MessagesSquare />} title={text('chat.choose.title')}>
              {text('chat.choose.body')}
            </State>
          </div>
        ) : (
          <Conversation key={roomId} roomId={roomId} me={member.id} />
        )}
      </section>
    </div>
  );
}
