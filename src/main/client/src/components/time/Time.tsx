import { useSyncExternalStore } from 'react';
import { exactTime, relativeTime } from '@/lib/format';
import { useLocale } from '@/lib/i18n/use-text';

const MINUTE = 60_000;
let now = new Date();

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date();
    changed();
  }, MINUTE);
  return () => clearInterval(timer);
}

/** How long ago, kept right as time passes; the exact time on hover. */
export function Time({ at }: { readonly at: string }) {
  const locale = useLocale();
  const current = useSyncExternalStore(everyMinute, () => now);
  const time = new Date(at);
  const latest = time > current ? new Date() : current;
  return (
    <time dateTime={at} title={exactTime(time, locale)}>
      {relativeTime(time > latest ? latest : time, latest, locale)}
    </time>
  );
}
