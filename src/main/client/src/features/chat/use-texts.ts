import { useEffect, useMemo } from 'react';
import type { Message } from '@/lib/api/types';
import { useStore } from '@/lib/store';
import { outboxOf, unstored } from './outbox';
import type { Text } from './timeline';

/** How long after an answer its event may come, in milliseconds; mostly they come together. */
const EVENT_WITHIN = 1_000;

/** A room's messages and, below them, what this member has on its way there. */
export function useTexts(
  roomId: string,
  me: number,
  messages: readonly Message[] | undefined,
  ask: () => void,
): readonly Text[] {
  const outbox = outboxOf(me);
  const all = useStore(outbox);
  const outgoing = useMemo(() => all.filter((each) => each.roomId === roomId), [all, roomId]);
  const lastId = messages?.at(-1)?.id ?? 0;
  const isBehind = outgoing.some(({ stored }) => stored !== undefined && stored.id > lastId);

  // An answer whose event does not follow: what was said before it may be missing too.
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(ask, EVENT_WITHIN);
    return () => clearTimeout(timer);
  }, [isBehind, ask]);
  useEffect(() => {
    for (const { clientId, stored } of outgoing) {
      if (stored && stored.id <= lastId) outbox.remove(clientId);
    }
  }, [outgoing, outbox, lastId]);

  return useMemo(
    () => [...(messages ?? []), ...unstored(outgoing, messages ?? [], me)],
    [messages, outgoing, me],
  );
}
