import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { PageOf, SearchPage, Suggestion } from '@/lib/api/types';
import type { Wanted } from './wanted';

/** What somebody may mean who has typed so far. */
export const suggestionsQuery = (typed: string) =>
  queryOptions({
    queryKey: ['suggestions', typed],
    queryFn: ({ signal }): Promise<PageOf<Suggestion>> =>
      answerTo(api.GET('/api/search/suggest', { params: { query: { q: typed } }, signal })),
    enabled: typed !== '',
    staleTime: 30_000,
    retry: false,
  });

/** A page of what is found. */
export const searchQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: ['search', wanted],
    queryFn: ({ signal }): Promise<SearchPage> =>
      answerTo(api.GET('/api/search', { params: { query: wanted }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
