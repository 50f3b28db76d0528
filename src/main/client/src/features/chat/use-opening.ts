import { useEffect, useState } from 'react';
import type { Message } from '@/lib/api/types';

interface Opening {
  readonly messages: readonly Message[] | undefined;
  readonly me: number;
  /** Undefined as long as nobody knows. */
  readonly unread: number | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  readonly onMore: () => void;
}

/** Nobody reads further back than so many messages; who was away for so long begins at the end. */
const MOST = 300;

/** Whether all that is unread is here, so that one can come in where it begins; until then more is fetched. */
export function useOpening(opening: Opening): boolean {
  const { messages, me, unread, more, loading, failed, onMore } = opening;
  const [isOpen, setOpen] = useState(false);
  const known = messages !== undefined && unread !== undefined;
  const theirs = messages?.filter(({ senderId }) => senderId !== me).length ?? 0;
  const enough = known && (theirs >= unread || !more || failed || messages.length >= MOST);
  if (enough && !isOpen) setOpen(true);
  useEffect(() => {
    if (known && !isOpen && !enough && !loading) onMore();
  });
  return isOpen;
}
