import { useState } from 'react';
import type { Message } from '@/lib/api/types';
import { type Line, lineAfter, lineAtOpening } from './unread-line';

interface Situation {
  readonly messages: readonly Message[];
  readonly me: number;
  /** How many messages were unread on coming in. */
  readonly unread: number;
  readonly attending: boolean;
  readonly readUpTo: number;
}

/** The message above which "unread from here" stands. */
export function useUnreadLine(situation: Situation): number | undefined {
  const { messages, me, unread, ...reading } = situation;
  const [line, setLine] = useState<Line>(() => lineAtOpening(messages, me, unread));
  const lastId = messages.at(-1)?.id ?? 0;
  if (lastId > line.lastId) setLine(lineAfter(line, messages, me, reading));
  return line.above;
}
