import { MessagesSquare } from 'lucide-react';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Badge } from '@/components/badge/Badge';
import css from '@/components/nav/nav-icon.module.css';
import { PartBoundary } from '@/components/slot/PartBoundary';
import { useAttention } from '@/lib/attention';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useMedia } from '@/lib/use-media';
import { useUnread } from './use-unread';

const loadDrawer = () => import('./ChatDrawer');
const ChatDrawer = lazy(loadDrawer);

const prepare = () => void loadDrawer().catch(() => undefined);

/** Where the drawer leaves enough of the page to be worth it. */
const WIDE = '(min-width: 56rem)';

/** The way to the chat from everywhere: in a drawer beside the page, or on its own page where there is no room for both. */
export function ChatButton() {
  const member = useMember();
  return member ? <MemberChatButton me={member.id} /> : null;
}

function MemberChatButton({ me }: { readonly me: number }) {
  const text = useText();
  const wide = useMedia(WIDE);
  const { pathname } = useLocation();
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const unread = useUnread();
  useAttention('chat', unread);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
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
  const isElsewhere = !wide || onChatPage;
  // The page of the chat takes its place.
  if (isElsewhere && open) setOpen(false);
  if (isElsewhere) {
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
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => {
          setUsed(true);
          setOpen(!open);
        }}
      >
        {face}
      </button>
      {used && (
        <PartBoundary>
          <Suspense>
            <ChatDrawer id={id} me={me} open={open} onClose={close} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
