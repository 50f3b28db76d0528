import { pageNumber } from '@/lib/use-page-number';

export const AMONG = ['all', 'topics', 'posts', 'members', 'messages'] as const;
export type Among = (typeof AMONG)[number];

/** What is searched for, as the interface takes it. */
export interface Wanted {
  readonly q: string;
  readonly in?: Among;
  readonly board?: string;
  readonly author?: string;
  readonly from?: string;
  readonly sort?: 'newest';
  readonly page?: number;
}

/** As the address says: it can be shared, and says no more than was chosen. */
export function wantedOf(address: URLSearchParams): Wanted {
  const among = AMONG.find((each) => each === address.get('in'));
  const page = pageNumber(address.get('page'));
  const [board, author, from] = ['board', 'author', 'from'].map((key) => address.get(key));
  return {
    q: address.get('q') ?? '',
    ...(among && among !== 'all' && { in: among }),
    ...(board && { board }),
    ...(author && { author }),
    ...(from && { from }),
    ...(address.get('sort') === 'newest' && { sort: 'newest' as const }),
    ...(page > 1 && { page }),
  };
}

/** The same address with another choice, on its first page. */
export function changed(address: URLSearchParams, key: string, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete('page');
  if (value === '') next.delete(key);
  else next.set(key, value);
  return next;
}

/** Whether there is anything to search for. */
export const isWanted = ({ q, board, author, from }: Wanted): boolean =>
  [q.trim(), board, author, from].some(Boolean);

const TITLES_ONLY = 'in:title';

export const isTitlesOnly = (query: string): boolean => query.split(/\s+/).includes(TITLES_ONLY);

/** The query with the operator or without it. */
export function titlesOnly(query: string, on: boolean): string {
  const words = query.split(/\s+/).filter((word) => word !== '' && word !== TITLES_ONLY);
  return (on ? [...words, TITLES_ONLY] : words).join(' ');
}

/** The day that lies so many days back, in UTC as the interface takes it. */
export function daysAgo(days: number, now = new Date()): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
}
