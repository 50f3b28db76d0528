import { Dialog } from '@base-ui/react/dialog';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
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
  readonly me: number;
  readonly open: boolean;
  readonly onClose: () => void;
  /** What opened it, and has the focus again afterwards. */
  readonly button: RefObject<HTMLElement | null>;
}

/** The whole chat over the page one is reading. It comes back as it was left. */
export default function ChatDrawer({ me, open, onClose, button }: Props) {
  const text = useText();
  const [roomId, setRoomId] = useState<string>();
  const popup = useRef<HTMLDivElement>(null);
  const left = useRef<string>(undefined);
  const place = useMemo<Place>(() => ({ kind: 'drawer', goTo: setRoomId }), []);
  // Back among the contacts, the focus is on the one whose conversation it was.
  useEffect(() => {
    const row = popup.current?.querySelector<HTMLElement>(`[data-room="${left.current}"]`);
    if (roomId === undefined) row?.focus();
    left.current = roomId;
  }, [roomId]);
  const focusFirst = () =>
    hasTouchKeyboard() || (popup.current?.querySelector<HTMLElement>('textarea, input') ?? true);
  return (
    <Dialog.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={css.drawer}
          aria-label={text('chat.title')}
          initialFocus={focusFirst}
          finalFocus={button}
        >
          <PlaceContext value={place}>
            {roomId === undefined ? (
              <>
                <header className={css.head}>
                  <h2 className={css.title}>{text('chat.title')}</h2>
                  <Actions to={paths.chats} />
                </header>
                <div className={css.contacts}>
                  <ContactPanel me={me} onOpen={setRoomId} />
                </div>
              </>
            ) : (
              <Conversation
                key={roomId}
                roomId={roomId}
                me={me}
                actions={<Actions to={paths.chat(roomId)} />}
              />
            )}
          </PlaceContext>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Actions({ to }: { readonly to: string }) {
  const text = useText();
  return (
    <span className={css.actions}>
      <Link
        to={to}
        className={css.icon}
        aria-label={text('chat.asPage')}
        title={text('chat.asPage')}
      >
        <Maximize2 aria-hidden />
      </Link>
      <Dialog.Close
        render={
          <IconButton label={text('action.close')}>
            <X aria-hidden />
          </IconButton>
        }
      />
    </span>
  );
}
