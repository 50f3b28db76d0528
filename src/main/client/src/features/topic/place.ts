import { pageNumber } from '@/lib/use-page-number';
import type { TopicPart } from '@/lib/entities/topic';

export interface Place {
  readonly part: TopicPart;
  /** The reply to scroll to and to mark. */
  readonly floor: number | undefined;
}

/** What of the topic an address means: `?floor=12` or `#floor-12` for a reply, `?page=3` for a page. */
export function placeIn(search: URLSearchParams, hash: string): Place {
  const floor = positive(search.get('floor')) ?? positive(/^#floor-(\d+)$/.exec(hash)?.[1] ?? null);
  const part = floor === undefined ? { page: pageNumber(search.get('page')) } : { floor };
  return { part, floor };
}

function positive(text: string | null): number | undefined {
  const value = Number(text);
  return text !== null && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}
