import type { QueryClient } from '@tanstack/react-query';
import type { LiveHandler } from '@/lib/feature';
import { createRandomDelay } from '@/lib/random-delay';
import { refreshInbox } from './entities';

/** Fetches the inbox again when it has changed. Many may be told at the same moment, so each waits a little. */
export default function inboxHandler(queries: QueryClient): LiveHandler {
  const refresh = () => void refreshInbox(queries);
  const delay = createRandomDelay({ act: refresh, giveUp: refresh });
  return {
    onEvent: ({ type }) => {
      if (type === 'notification') delay.schedule();
    },
    onConnected: refresh,
    stop: () => delay.stop(),
  };
}
