import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { useLiveState } from '@/lib/live/use-live';
import { isUpdated } from '@/lib/updates';
import { signInPath } from '@/lib/paths';
import { siteQuery } from '@/lib/entities/site';
import { isDown } from '@/lib/outage';
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
  const down = useDown();
  const ended = useStore(endedSession);
  const updated = useUpdated();
  const { pathname, search } = useLocation();
  return (
    <div className={css.banners} role="status">
      {!online && <p className={css.banner}>{text('banner.offline')}</p>}
      {online && lost && <p className={css.banner}>{text('banner.reconnecting')}</p>}
      {online && !lost && down && <p className={css.banner}>{text('banner.down')}</p>}
      {updated && (
        <p className={css.banner}>
          {text('update.body')}{' '}
          <button type="button" className={css.action} onClick={() => window.location.reload()}>
            {text('update.action')}
          </button>
        </p>
      )}
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

/** What is over soon is not worth a word. */
function useDown(): boolean {
  const down = useStore(isDown);
  const settled = useDebounced(down, LOST_FOR);
  return down && settled;
}

/** Milliseconds after which a tab that is looked at again asks the server who it is. */
const ASKED_AFTER = 60_000;

/** A server that was updated was away for a moment; a tab that was not looked at may have missed even that. */
function useUpdated(): boolean {
  const queries = useQueryClient();
  const isOnline = useLiveState() === 'online';
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'hidden') return;
      queries.query({ ...siteQuery, staleTime: ASKED_AFTER }).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, [queries]);
  useEffect(() => {
    if (!isOnline) return;
    // Only once it was lost: the page has just asked when it connects at first.
    return () => void queries.invalidateQueries({ ...siteQuery, refetchType: 'none' });
  }, [isOnline, queries]);
  useEffect(() => {
    if (isOnline) queries.query(siteQuery).catch(() => undefined);
  }, [isOnline, queries]);
  return useStore(isUpdated);
}
