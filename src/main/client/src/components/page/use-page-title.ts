import { useEffect } from 'react';
import { useSite } from '@/lib/site';

export function usePageTitle(title: string): void {
  const { name } = useSite();
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
  }, [title, name]);
}
