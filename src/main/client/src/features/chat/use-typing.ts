import { useCallback, useEffect, useRef, useState } from 'react';
import { live } from '@/lib/live/live';

/** A mark is sent at most this often, and stands this long; in milliseconds. */
const SENT_EVERY = 3_000;
const STANDS_FOR = 5_000;

/** Whether the other one is writing: a mark goes by itself when no other follows it. */
export function useTypingMark() {
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const mark = useCallback((on: boolean) => {
    clearTimeout(timer.current);
    setTyping(on);
    if (on) timer.current = setTimeout(() => setTyping(false), STANDS_FOR);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [typing, mark] as const;
}

/** Tells the other one, now and then, that something is being written here; `sent` when that is over. */
export function useTypingSender(roomId: string) {
  const last = useRef(-Infinity);
  const typed = useCallback(() => {
    const now = performance.now();
    if (now - last.current < SENT_EVERY) return;
    last.current = now;
    // A mark that does not arrive is missed by nobody.
    live.send('chat.typing', { roomId }).catch(() => undefined);
  }, [roomId]);
  const sent = useCallback(() => {
    last.current = -Infinity;
  }, []);
  return { typed, sent };
}
