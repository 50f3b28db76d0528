import { useSearchParams } from 'react-router';

/** What is chosen on a page is in its address: going back, reloading and sharing keep it. */
export function useChoices() {
  const [address, setAddress] = useSearchParams();
  return {
    get: (key: string): string => address.get(key) ?? '',
    /** Another choice begins on the first page; an empty one is taken out of the address. */
    set(choices: Readonly<Record<string, string>>): void {
      const next = new URLSearchParams(address);
      next.delete('page');
      for (const [key, value] of Object.entries(choices)) {
        if (value === '') next.delete(key);
        else next.set(key, value);
      }
      setAddress(next);
    },
  };
}

/** A number in an address; 0 where there is none. */
export function idIn(value: string): number {
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : 0;
}
