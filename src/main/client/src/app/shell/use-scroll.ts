import { useEffect, useLayoutEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { keepScrollPlace, scrollPlace } from '@/lib/scroll-place';

/** How long a page may take to become as long as it was before we stop trying to go back to the old place. */
const PATIENCE = 3_000;

/**
 * A new page begins at its top; going back returns to the place that was left, as soon as the page is long enough. The
 * browser's own way gives up before a page that is drawn by scripts is there.
 */
export function useScroll(): void {
  const location = useLocation();
  const navigation = useNavigationType();

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
  }, []);

  useLayoutEffect(() => {
    // What was last scrolled to, not where the window is when the page goes: by then the next one may have moved it.
    let place = window.scrollY;
    const follow = () => {
      place = window.scrollY;
    };
    const keep = () => keepScrollPlace(location, place);
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('scroll', follow);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [location]);

  useLayoutEffect(() => {
    const place = navigation === NavigationType.Pop ? (scrollPlace(location) ?? 0) : 0;
    if (place > 0) return returnTo(place);
    // A permalink scrolls by itself, to the reply it names.
    const permalink = location.hash !== '' || new URLSearchParams(location.search).has('floor');
    if (!permalink) window.scrollTo(0, 0);
  }, [location, navigation]);
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
