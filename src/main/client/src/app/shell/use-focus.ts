import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/**
 * A page change moves the focus to the new page, where the heading takes it over when it is there (see PageHeading).
 * Without this the focus would stay on a link that is no longer there. The first page leaves it to the browser.
 */
export function useFocusOnPageChange(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // Where a page is there to be written in, that is where one goes on.
    const first = ['[data-takes-focus]', 'h1'].map((each) =>
      main.current?.querySelector<HTMLElement>(each),
    );
    (first.find(Boolean) ?? main.current)?.focus({ preventScroll: true });
  }, [pathname, main]);
}
