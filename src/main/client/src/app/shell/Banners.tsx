import { Link, useLocation } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { useLiveState } from '@/lib/live/use-live';
import { signInPath } from '@/lib/paths';
import { useOnline } from '@/lib/online';
import { endedSession } from '@/lib/entities/session';
import { useStore } from '@/lib/store';
import { useDebounced } from '@/lib/use-debounced';
import css from './banners.module.css';

/** Milliseconds that a connection may be away unnoticed: most come back before. */
const LOST_FOR = 4_000;

/** What concerns the whole page: no network, no connection to the forum, or a session that is over. */
export function Banners() {
  const text = useText();
  const online = useOnline();
  const lost = useLost();
  const ended = useStore(endedSession);
  const { pathname, search } = useLocation();
  return (
    <div className={css.banners} role="status">
      {!online && <p className={css.banner}>{text('banner.offline')}</p>}
      {online && lost && <p className={css.banner}>{text('banner.reconnecting')}</p>}
      {ended !== null && (
        <p className={css.banner}>
          {text('banner.sessionEnded')}{' '}
          <Link to={signInPath(pathname + search)}>{text('action.signInAgain')}</Link>
        </p>
      )}
    </div>
  );
}

function useLost(): boolean {
  const lost = useLiveState() === 'offline';
  const settled = useDebounced(lost, LOST_FOR);
  return lost && settled;
}
