import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hasStatus, isTemporary } from './api/problem';
import { endSession } from './entities/session';

const TRIES = 3;

/** Every query and command passes here, so a session that ended shows whichever call meets it first. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (hasStatus(error, 401)) endSession(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => isTemporary(error) && failures < TRIES - 1,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
