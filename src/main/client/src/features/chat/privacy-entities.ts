import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { components } from '@/lib/api/schema';

export type Privacy = components['schemas']['Privacy'];

/** What others learn of the member, and who may write to them. */
export const privacyQuery = queryOptions({
  queryKey: ['privacy'],
  queryFn: ({ signal }): Promise<Privacy> => answerTo(api.GET('/api/setting/privacy', { signal })),
});
