import { useSyncExternalStore } from 'react';
import { onClockSet, serverNow } from '@/lib/clock';
import { exactTime, relativeTime } from '@/lib/format';
import { useRegion } from '@/lib/i18n/use-text';

const MINUTE = 60_000;
let now = serverNow();
// Learnt with the first answer, when there is no time on the page yet.
onClockSet(() => {
  now = serverNow();
});

function asTimePasses(changed: () => void): () => void {
  const update = () => {
    now = serverNow();
    changed();
  };
  const timer = setInterval(update, MINUTE);
  const stop = onClockSet(update);
  return () => {
    clearInterval(timer);
    stop();
  };
}

interface Props {
  readonly at: string;
  /** "5 min. ago", where there is little room. */
  readonly short?: boolean;
}

/** How long ago, kept right as time passes; the exact time on hover. */
export function Time({ at, short }: Props) {
  const region = useRegion();
  const current = useSyncExternalStore(asTimePasses, () => now);
  const time = new Date(at);
  const latest = time > current ? serverNow() : current;
  return (
    <time dateTime={at} title={exactTime(time, region)}>
      {relativeTime(time > latest ? latest : time, latest, region, short)}
    </time>
  );
}
