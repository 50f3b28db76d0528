import { queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Topic } from '@/lib/api/types';

/** A page of a topic, by its number or by a reply that is on it. */
export type TopicPart = { readonly page: number } | { readonly floor: number };

export const topicQuery = (id: number, part: TopicPart) =>
  queryOptions({
    queryKey: ['topic', id, part],
    queryFn: ({ signal }): Promise<Topic> =>
      answerTo(api.GET('/api/topic/{id}', { params: { path: { id }, query: part }, signal })),
    // The former page of the same topic stays, dimmed, until the next is there.
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  });
