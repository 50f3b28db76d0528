import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFeatures } from '@/lib/composition';
import type { LiveSource } from '@/lib/feature';
import { live } from '@/lib/live/live';

/** Runs what features listen to while a member is signed in, on whichever page. */
export function LiveHandlers({ memberId }: { readonly memberId: number }) {
  const queries = useQueryClient();
  const sources = useFeatures().live;
  useEffect(() => {
    const stops = sources.map((source) => start(source, queries, memberId));
    return () => stops.forEach((stop) => stop());
  }, [sources, queries, memberId]);
  return null;
}

/** The handler is loaded after the page is drawn: it is in nobody's way. */
function start(source: LiveSource, queries: QueryClient, memberId: number): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  source.handler().then(
    ({ default: create }) => {
      if (stopped) return;
      const handler = create(queries, memberId);
      const unlisten = live.listen(source.address(memberId), handler.onEvent, () =>
        handler.onConnected?.(),
      );
      stop = () => {
        unlisten();
        handler.stop?.();
      };
    },
    (error: unknown) => reportError(error),
  );
  return () => {
    stopped = true;
    stop?.();
  };
}
