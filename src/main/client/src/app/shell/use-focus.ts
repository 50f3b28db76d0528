import { useEffect, useRef, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { focusLeftLink, keepLeftLink } from './left-link';

/**
 * A page change moves the focus to the new page, where the heading takes it over when it is there (see PageHeading).
 * Without this the focus would stay on a link that is no longer there. Going back returns it to the link by which the
 * page was left. The first page leaves it to the browser.
 */
export function useFocusOnPageChange(main: RefObject<HTMLElement | null>): void {
  const location = useLocation();
  const navigation = useNavigationType();
  const shown = useRef(location);

  useEffect(() => {
    const followed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (link && main.current?.contains(link)) keepLeftLink(location, main.current, link);
    };
    document.addEventListener('click', followed, true);
    return () => document.removeEventListener('click', followed, true);
  }, [location, main]);

  useEffect(() => {
    const before = shown.current;
    shown.current = location;
    if (before === location || !main.current) return;
    if (before.pathname !== location.pathname) focusStart(main.current);
    if (navigation === NavigationType.Pop) return focusLeftLink(location, main.current);
  }, [location, navigation, main]);
}

function focusStart(page: HTMLElement): void {
  // Where a page is there to be written in, that is where one goes on.
  const first = ['[data-takes-focus]', 'h1'].map((each) => page.querySelector<HTMLElement>(each));
  (first.find(Boolean) ?? page).focus({ preventScroll: true });
}
