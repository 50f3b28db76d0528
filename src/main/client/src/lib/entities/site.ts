import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';
import type { Site } from '../api/types';
import { noteVersion } from '../updates';

export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: async ({ signal }): Promise<Site> => {
    const site = await answerTo(api.GET('/api/site', { signal }));
    noteVersion(site.version);
    return site;
  },
  staleTime: Infinity,
});

/** What the interface's contract says, until the server has told its own. */
const usual: Site = {
  name: 'Parley',
  version: '',
  eventBus: '/eventbus',
  about: { welcome: '', rules: '', privacy: '', imprint: '' },
  limits: {
    usernameMin: 2,
    usernameMax: 32,
    titleMax: 200,
    contentMax: 50_000,
    signatureMax: 500,
    passwordMin: 8,
    passwordMax: 200,
    messageMax: 4_000,
    imageBytesMax: 5 * 1024 * 1024,
  },
};

export function useSite(): Site {
  return useQuery(siteQuery).data ?? usual;
}
