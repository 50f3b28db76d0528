import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMember } from '../entities/session';
import { siteQuery } from '../entities/site';
import { useStore } from '../store';
import { live, type LiveEvent, type LiveState } from './live';
import { openSockJs } from './transport';

/** Listens while the component is shown; to nothing while there is no address. Always the latest functions are called. */
export function useLive(
  address: string | undefined,
  onEvent: (event: LiveEvent) => void,
  onConnected?: () => void,
): void {
  const latest = useRef({ onEvent, onConnected });
  useEffect(() => {
    latest.current = { onEvent, onConnected };
  });
  useEffect(() => {
    if (address === undefined) return;
    return live.listen(
      address,
      (event) => latest.current.onEvent(event),
      () => latest.current.onConnected?.(),
    );
  }, [address]);
}

export function useLiveState(): LiveState {
  return useStore(live.state);
}

/** Gives the connection what it needs to know of the page: where the server is, and who is signed in. Used once. */
export function useLiveConnection(): void {
  const queries = useQueryClient();
  const member = useMember();
  const id = member === null ? null : member?.id;
  useEffect(() => {
    live.start((events) =>
      openSockJs(
        queries.query(siteQuery).then(({ eventBus }) => eventBus),
        events,
      ),
    );
  }, [queries]);
  useEffect(() => {
    if (id !== undefined) live.setMember(id);
  }, [id]);
}
