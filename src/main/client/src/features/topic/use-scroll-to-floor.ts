import { useEffect } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';

/** Scrolls to a reply once its page is there, and moves the focus to it; a reply that is gone is said to be. */
export function useScrollToFloor(floor: number | undefined, visit: string, ready: boolean): void {
  const text = useText();
  useEffect(() => {
    if (floor === undefined || !ready) return;
    const reply = document.getElementById(`floor-${floor}`);
    if (reply) {
      reply.scrollIntoView({ block: 'start' });
      reply.focus({ preventScroll: true });
    } else {
      notify(text('topic.floorGone', { floor }));
    }
    // Once for every visit: neither fresh data nor another language scrolls a reader back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [floor, visit, ready]);
}
