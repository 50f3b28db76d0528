import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from '@/lib/format';
import { useRegion } from '@/lib/i18n/use-text';

const MINUTE = 60_000;
let now = new Date();

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date();
    changed();
  }, MINUTE);
  return () => clearInterval(timer);
}

interface Props {
  readonly at: string;
  /** "5 min. ago", where there is little room. */
  readonly short?: boolean;
}

/** How long ago, kept right as time passes; the exact time on hover. */
export function Time({ at, short }: Props) {
  const region = useRegion();
  const current = useSyncExternalStore(everyMinute, () => now);
  const time = new Date(at);
  const latest = time > current ? new Date() : current;
  return (
    <time dateTime={at} title={exactTime(time, region)}>
      {relativeTime(time > latest ? latest : time, latest, region, short)}
    </time>
  );
}
