import { Link, useLocation } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { signInPath } from '@/lib/paths';
import { useOnline } from '@/lib/online';
import { endedSession } from '@/lib/session';
import { useStore } from '@/lib/store';
import css from './banners.module.css';

/** What concerns the whole page: no network, or a session that is over. Both say what becomes of what was typed. */
export function Banners() {
  const text = useText();
  const online = useOnline();
  const ended = useStore(endedSession);
  const { pathname, search } = useLocation();
  return (
    <div role="status">
      {!online && <p className={css.banner}>{text('banner.offline')}</p>}
      {ended !== null && (
        <p className={css.banner}>
          {text('banner.sessionEnded')}{' '}
          <Link to={signInPath(pathname + search)}>{text('action.signInAgain')}</Link>
        </p>
      )}
    </div>
  );
}
