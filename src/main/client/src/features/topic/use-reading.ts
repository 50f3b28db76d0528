import { type RefObject, useEffect, useState } from 'react';
import type { Reply } from '@/lib/api/types';

/** How many of the replies have come into sight, counted from the first: those that were scrolled past, and those shown. */
export function useReading(replies: readonly Reply[]): number {
  const [read, setRead] = useState(0);
  useEffect(() => {
    const places = new Map<Element, number>();
    const begun = new Set<number>();
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        const place = places.get(target) ?? 0;
        if (isIntersecting || boundingClientRect.top < 0) begun.add(place);
        else begun.delete(place);
      }
      setRead(Math.max(0, ...begun));
    });
    replies.forEach(({ floor }, index) => {
      const reply = document.getElementById(`floor-${floor}`);
      if (!reply) return;
      places.set(reply, index + 1);
      watch.observe(reply);
    });
    return () => watch.disconnect();
  }, [replies]);
  return Math.min(read, replies.length);
}

/** Whether any of the element is in the window. */
export function useInSight(element: RefObject<HTMLElement | null>): boolean {
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watch = new IntersectionObserver((entries) => {
      setInSight(entries.at(-1)?.isIntersecting === true);
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return isInSight;
}
