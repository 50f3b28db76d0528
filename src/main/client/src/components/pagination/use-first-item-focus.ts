import { type RefObject, useEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** What a link of the pagination leaves in the state of the new location. */
export const paged = { paged: true } as const;

/**
 * Moves the focus to the first item of a page that was turned to, as soon as it is there: it would stay on the link at
 * the list's end. `first` matches that item within the list.
 */
export function useFirstItemFocus(
  list: RefObject<HTMLElement | null>,
  first: string,
  isThere: boolean,
): void {
  const location = useLocation();
  const isTurned = (location.state as Partial<typeof paged> | null)?.paged === true;
  // Going back and reloading are none of it.
  const isNew = useNavigationType() !== NavigationType.Pop;
  useEffect(() => {
    if (!isThere || !isTurned || !isNew) return;
    list.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
  }, [location.key, isThere, isTurned, isNew, list, first]);
}
