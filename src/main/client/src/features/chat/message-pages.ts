import type { InfiniteData } from '@tanstack/react-query';
import type { Message } from '@/lib/api/types';

/** A room's messages as they are cached: the newest part first, the oldest message first in each. */
export type MessagePages = InfiniteData<readonly Message[]>;

/** The last message's id, 0 in a room without any; undefined where nothing is loaded. */
export function lastIdOf(parts: MessagePages | undefined): number | undefined {
  if (!parts) return undefined;
  return parts.pages.find((part) => part.length > 0)?.at(-1)?.id ?? 0;
}

/** The same with messages at the end; those that are there already, or are older, are left out. */
export function withAppended(parts: MessagePages, messages: readonly Message[]): MessagePages {
  const last = lastIdOf(parts) ?? 0;
  const fresh = messages.filter(({ id }) => id > last);
  const [newest = [], ...older] = parts.pages;
  return fresh.length === 0 ? parts : { ...parts, pages: [[...newest, ...fresh], ...older] };
}
