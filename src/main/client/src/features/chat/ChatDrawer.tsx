import { Maximize2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { IconButton } from '@/components/button/Button';
import { ContactPanel } from './ContactPanel';
import { Conversation } from './Conversation';
import { hasTouchKeyboard } from './keys';
import { type Place, PlaceContext } from './place';
import css from './drawer.module.css';

interface Props {
  readonly id: string;
  readonly me: number;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The whole chat beside the page one is reading, which goes on being used. It comes back as it was left. */
export default function ChatDrawer({ id, me, open, onClose }: Props) {
  const [roomId, setRoomId] = useState<string>();
  const place = useMemo<Place>(() => ({ kind: 'drawer', goTo: setRoomId }), []);
  useRoomBeside(open);
  if (!open) return null;
  return createPortal(
    <PlaceContext value={place}>
      <Drawer id={id} me={me} roomId={roomId} onRoom={setRoomId} onClose={onClose} />
    </PlaceContext>,
    document.body,
  );
}

interface DrawerProps extends Omit<Props, 'open'> {
  readonly roomId: string | undefined;
  readonly onRoom: (roomId: string) => void;
}

function Drawer({ id, me, roomId, onRoom, onClose }: DrawerProps) {
  const text = useText();
  const region = useRef<HTMLElement>(null);
  const left = useRef<string>(undefined);
  useEffect(() => {
    const first = hasTouchKeyboard()
      ? null
      : region.current?.querySelector<HTMLElement>('textarea, input');
    (first ?? region.current)?.focus({ preventScroll: true });
  }, []);
  // Back among the contacts, the focus is on the one whose conversation it was.
  useEffect(() => {
    const row = region.current?.querySelector<HTMLElement>(`[data-room="${left.current}"]`);
    if (roomId === undefined) row?.focus();
    left.current = roomId;
  }, [roomId]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  const actions = (to: string) => (
    <span className={css.actions}>
      <Link
        to={to}
        className={css.icon}
        aria-label={text('chat.asPage')}
        title={text('chat.asPage')}
      >
        <Maximize2 aria-hidden />
      </Link>
      <IconButton label={text('action.close')} onClick={onClose}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
  return (
    <section
      ref={region}
      id={id}
      className={`${css.drawer} no-print`}
      aria-label={text('chat.title')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {roomId === undefined ? (
        <>
          <header className={css.head}>
            <h2 className={css.title}>{text('chat.title')}</h2>
            {actions(paths.chats)}
          </header>
          <div className={css.contacts}>
            <ContactPanel me={me} onOpen={onRoom} />
          </div>
        </>
      ) : (
        <Conversation key={roomId} roomId={roomId} me={me} actions={actions(paths.chat(roomId))} />
      )}
    </section>
  );
}

/** The page leaves room for the drawer: see `data-beside` in base.css. */
function useRoomBeside(open: boolean): void {
  useEffect(() => {
    if (!open) return;
    document.documentElement.dataset.beside = '';
    return () => {
      delete document.documentElement.dataset.beside;
    };
  }, [open]);
}
