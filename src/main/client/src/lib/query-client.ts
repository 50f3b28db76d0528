import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hasStatus, isTemporary, problemOf } from './api/problem';
import { endSession } from './entities/session';
import { waitAfter } from './waiting';

const TRIES = 3;

/** Every query and command passes here, so a session that ended shows whichever call meets it first. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (hasStatus(error, 401)) endSession(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError(error, query) {
        onError(error);
        if (!isTemporary(error)) return;
        const { errorUpdateCount } = query.state;
        setTimeout(
          () => {
            const { status, fetchStatus } = query.state;
            if (query.isActive() && status === 'error' && fetchStatus === 'idle') {
              query.fetch().catch(() => undefined);
            }
          },
          waitAfter(errorUpdateCount, error),
        );
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Who is told when to come back comes then, and says so meanwhile.
        retry: (failures, error) =>
          isTemporary(error) && !problemOf(error)?.retryAfter && failures < TRIES - 1,
        retryDelay: waitAfter,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
