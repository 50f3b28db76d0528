import { useEffect } from 'react';
import { useUnread } from '@/lib/contacts';
import { useSite } from '@/lib/site';

/** What the window is called; messages that wait are counted before it, where a tab among many shows them. */
export function usePageTitle(title: string): void {
  const { name } = useSite();
  const unread = useUnread();
  useEffect(() => {
    const whole = title === name ? name : `${title} · ${name}`;
    document.title = unread > 0 ? `(${unread}) ${whole}` : whole;
  }, [title, name, unread]);
}
