import { useEffect } from 'react';
import { useAttentionCount } from '@/lib/attention';
import { useSite } from '@/lib/entities/site';

/** What the window is called; what waits for the member is counted before it, where a tab among many shows them. */
export function usePageTitle(title: string): void {
  const { name } = useSite();
  const unread = useAttentionCount();
  useEffect(() => {
    const whole = title === name ? name : `${title} · ${name}`;
    document.title = unread > 0 ? `(${unread}) ${whole}` : whole;
  }, [title, name, unread]);
}
