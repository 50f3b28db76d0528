import { MessagesSquare } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Badge } from '@/components/badge/Badge';
import { useAttention } from '@/lib/attention';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useMedia } from '@/lib/use-media';
import { useUnread } from './use-unread';
import css from './chat-button.module.css';

const loadDrawer = () => import('./ChatDrawer');
const ChatDrawer = lazy(loadDrawer);

/** Where the drawer leaves enough of the page to be worth it. */
const WIDE = '(min-width: 56rem)';

/** The way to the chat from everywhere: in a drawer over the page, or on its own page where there is no room for both. */
export function ChatButton() {
  const member = useMember();
  return member ? <MemberChatButton me={member.id} /> : null;
}

function MemberChatButton({ me }: { readonly me: number }) {
  const text = useText();
  const wide = useMedia(WIDE);
  const { pathname, key } = useLocation();
  const button = useRef<HTMLButtonElement>(null);
  /** The page it was opened over: going to another one closes it. */
  const [openOver, setOpenOver] = useState<string>();
  const [used, setUsed] = useState(false);
  const open = openOver === key;
  const unread = useUnread();
  useAttention('chat', unread);
  const face = (
    <>
      <MessagesSquare aria-hidden />
      <span className="visually-hidden">{text('chat.title')}</span>
      <span className={css.badge}>
        <Badge count={unread} />
      </span>
    </>
  );
  const onChatPage = pathname === paths.chats || pathname.startsWith(`${paths.chats}/`);
  if (!wide || onChatPage) {
    return (
      <Link
        className={css.icon}
        to={paths.chats}
        title={text('chat.title')}
        aria-current={onChatPage ? 'page' : undefined}
      >
        {face}
      </Link>
    );
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css.icon}
        title={text('chat.title')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void loadDrawer()}
        onFocus={() => void loadDrawer()}
        onClick={() => {
          setUsed(true);
          setOpenOver(key);
        }}
      >
        {face}
      </button>
      {used && (
        <Suspense>
          <ChatDrawer me={me} open={open} onClose={() => setOpenOver(undefined)} button={button} />
        </Suspense>
      )}
    </>
  );
}
