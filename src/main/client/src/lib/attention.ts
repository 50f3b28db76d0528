import { useEffect } from 'react';
import { createStore, useStore } from './store';

/** What waits for the member, counted by each feature under its name. */
const counts = createStore<Readonly<Record<string, number>>>({});

/** Adds a number to what the page's title shows, as long as the component is shown. */
export function useAttention(name: string, count: number): void {
  useEffect(() => {
    counts.set({ ...counts.get(), [name]: count });
    return () => counts.set({ ...counts.get(), [name]: 0 });
  }, [name, count]);
}

/** All that waits for the member. */
export function useAttentionCount(): number {
  return Object.values(useStore(counts)).reduce((sum, count) => sum + count, 0);
}
