import { useEffect } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { scrollPlace } from '@/lib/scroll-place';

/**
 * Scrolls to a reply once its page is there, and moves the focus to it; a reply that is gone is said to be. Who comes
 * back to the page, or reloads it, is not moved from where they had read on to.
 */
export function useScrollToFloor(floor: number | undefined, ready: boolean): void {
  const text = useText();
  const location = useLocation();
  const navigation = useNavigationType();
  useEffect(() => {
    if (floor === undefined || !ready) return;
    if (navigation === NavigationType.Pop && scrollPlace(location) !== undefined) return;
    const reply = document.getElementById(`floor-${floor}`);
    if (reply) {
      reply.scrollIntoView({ block: 'start' });
      reply.focus({ preventScroll: true });
    } else {
      notify(text('topic.floorGone', { floor }));
    }
    // Once for every visit: neither fresh data nor another language scrolls a reader back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [floor, location.key, ready]);
}
