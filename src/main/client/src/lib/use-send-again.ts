import { useEffect, useRef } from 'react';
import { hasStatus, isTemporary } from './api/problem';
import { waitAfter } from './waiting';

interface Sending {
  readonly isPending: boolean;
  readonly error: unknown;
}

/**
 * Sends again what found no answer, until it is sent, refused or changed; also what an earlier visit to the page left
 * like that.
 *
 * @param isWaiting whether the text is still what was being sent
 */
export function useSendAgain(
  { isPending, error }: Sending,
  isWaiting: boolean,
  send: () => void,
): boolean {
  const passes = error === null || isTemporary(error) || hasStatus(error, 429);
  const waits = isWaiting && passes && !isPending;
  const failures = useRef(0);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!isWaiting) failures.current = 0;
  }, [isWaiting]);
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setTimeout(() => latest.current(), waitAfter(failures.current++, error));
    return () => clearTimeout(timer);
  }, [waits, error]);
  return waits;
}
