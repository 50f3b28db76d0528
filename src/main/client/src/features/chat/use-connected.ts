import { useLiveState } from '@/lib/live/use-live';
import { useOnline } from '@/lib/online';

/** Whether events come just now. The browser may know first that there is no network. */
export function useConnected(): boolean {
  const state = useLiveState();
  const network = useOnline();
  return state === 'online' && network;
}
