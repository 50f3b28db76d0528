import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Who is this close to the end, in pixels, is at the end. */
const NEAR = 32;
/** How far below the edge that is come in at, in pixels, so that what was read before is seen to be there. */
const ABOVE = 64;

type Place = 'end' | { readonly element: Element; readonly top: number };

/**
 * Keeps what is being read where it is while things are put in above it, below it, or grow; and who is at the end stays
 * there. Messages are known by `data-message`. Coming in, the element `[data-entry]` is shown if there is one, else the
 * end.
 */
export function useScrollKeeping() {
  const box = useRef<HTMLDivElement>(null);
  const place = useRef<Place>(undefined);
  const [atEnd, setAtEnd] = useState(false);

  const remember = useCallback(() => {
    if (!box.current) return;
    place.current = placeIn(box.current);
    setAtEnd(place.current === 'end');
  }, []);

  const restore = useCallback(() => {
    if (!box.current) return;
    place.current ??= entryOf(box.current);
    goTo(box.current, place.current);
  }, []);

  const goToEnd = useCallback(() => {
    place.current = 'end';
    restore();
  }, [restore]);

  // After every drawing, before it is seen.
  useLayoutEffect(restore);

  // Pictures and coloured code come later; a keyboard on the screen takes half of the box.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      restore();
      remember();
    });
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, [restore, remember]);

  return { box, atEnd, goToEnd, onScroll: remember };
}

function placeIn(box: HTMLElement): Place {
  if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR) return 'end';
  const edge = box.getBoundingClientRect().top;
  for (const element of box.querySelectorAll('[data-message]')) {
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > edge) return { element, top: top - edge };
  }
  return 'end';
}

function entryOf(box: HTMLElement): Place {
  const element = box.querySelector('[data-entry]');
  return element ? { element, top: ABOVE } : 'end';
}

function goTo(box: HTMLElement, place: Place): void {
  if (place === 'end') {
    box.scrollTop = box.scrollHeight;
  } else if (place.element.isConnected) {
    const top = place.element.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += top - place.top;
  }
}
