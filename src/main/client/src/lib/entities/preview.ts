import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';

/** A text as the server renders it; the same text is rendered once. */
export const previewQuery = (content: string) =>
  queryOptions({
    queryKey: ['preview', content],
    queryFn: ({ signal }) =>
      answerTo(api.POST('/api/markdown/preview', { body: { content }, signal })),
    staleTime: Infinity,
    gcTime: 60_000,
  });
