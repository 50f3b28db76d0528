import { type RefObject, useEffect } from 'react';

interface Earlier {
  readonly box: RefObject<HTMLElement | null>;
  /** What stands above the oldest message. */
  readonly top: RefObject<HTMLElement | null>;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
  /** The oldest message that is here: when it changes, there may be room for more. */
  readonly oldest: number | undefined;
}

/** Fetches what is further up before the reader gets there. */
export function useEarlier({ box, top, more, loading, onMore, oldest }: Earlier): void {
  useEffect(() => {
    if (!more || loading || !top.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore();
      },
      { root: box.current, rootMargin: '400px' },
    );
    watch.observe(top.current);
    return () => watch.disconnect();
  }, [box, top, more, loading, onMore, oldest]);
}
