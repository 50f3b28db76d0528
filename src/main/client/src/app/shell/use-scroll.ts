import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { tabStorage } from '@/lib/storage';

/** How long a page may take to become as long as it was before we stop trying to go back to the old place. */
const PATIENCE = 3_000;
const placeOf = (key: string) => `parley.scroll.${key}`;

/**
 * A new page begins at its top; going back returns to the place that was left, as soon as the page is long enough. The
 * browser's own way gives up before a page that is drawn by scripts is there.
 */
export function useScroll(): void {
  const { key, pathname, search, hash } = useLocation();
  const navigation = useNavigationType();

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const remember = () => tabStorage.write(placeOf(key), String(window.scrollY));
    window.addEventListener('scrollend', remember);
    window.addEventListener('pagehide', remember);
    return () => {
      window.removeEventListener('scrollend', remember);
      window.removeEventListener('pagehide', remember);
    };
  }, [key]);

  useLayoutEffect(() => {
    const place = navigation === NavigationType.Pop ? Number(tabStorage.read(placeOf(key))) : 0;
    if (place > 0) return returnTo(place);
    // A permalink scrolls by itself, to the reply it names.
    if (hash === '' && !new URLSearchParams(search).has('floor')) window.scrollTo(0, 0);
  }, [key, pathname, search, hash, navigation]);
}

function returnTo(place: number): () => void {
  const stop = new AbortController();
  const watch = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight < place + window.innerHeight) return;
    window.scrollTo(0, place);
    end();
  });
  const end = () => {
    watch.disconnect();
    stop.abort();
    clearTimeout(timer);
  };
  const timer = setTimeout(end, PATIENCE);
  watch.observe(document.body);
  for (const sign of ['wheel', 'touchstart', 'keydown'] as const) {
    window.addEventListener(sign, end, { signal: stop.signal, passive: true });
  }
  return end;
}
