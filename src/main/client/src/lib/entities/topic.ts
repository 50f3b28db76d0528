import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '../api/client';
import type { PageOf, Topic, TopicSummary } from '../api/types';
import { isIncomplete, patched, type TopicEvent, withLikes } from './topic-page';
import { type IndexEvent, patched as patchedList } from './topic-list';

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

/** A page of a list of topics: of one board, or of all. */
export const topicsQuery = (page: number, board?: number) =>
  queryOptions({
    queryKey: ['topics', { page, board }],
    queryFn: ({ signal }): Promise<PageOf<TopicSummary>> => {
      const query = board === undefined ? { page } : { page, board };
      return answerTo(api.GET('/api/index', { params: { query }, signal }));
    },
    // The former page stays, dimmed, until the next is there: nothing jumps.
    placeholderData: keepPreviousData,
  });

/** All pages of a topic that are known. */
export const pagesOf = (id: number) => ({ queryKey: ['topic', id] });
/** All lists of topics. */
export const lists = { queryKey: ['topics'] };

/** Fetches the pages of a topic again: at once what is shown, the rest when it is. */
export const refreshTopic = (queries: QueryClient, id: number) =>
  queries.invalidateQueries(pagesOf(id));

/** Fetches the pages of a topic again when they are next shown. */
export const expireTopic = (queries: QueryClient, id: number) =>
  queries.invalidateQueries({ ...pagesOf(id), refetchType: 'none' });

export const refreshList = (queries: QueryClient, board: number | undefined) =>
  queries.invalidateQueries({ queryKey: topicsQuery(1, board).queryKey });

export function refreshTopics(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['topic'] });
  void queries.invalidateQueries(lists);
}

/** What an event makes necessary beyond what it tells. */
export type Refresh = 'none' | 'soon' | 'now';

/**
 * Changes every page of the topic as an event says. `now`: a fetch that is under way may be older than the event.
 * `soon`: a page may lack something; since every reader of the topic learns this at the same moment, it must be fetched
 * at different times.
 */
export function applyToTopic(queries: QueryClient, id: number, event: TopicEvent): Refresh {
  const known = queries.getQueriesData<Topic>(pagesOf(id)).flatMap(([, page]) => page ?? []);
  const isFetching = queries.isFetching(pagesOf(id)) > 0;
  queries.setQueriesData<Topic>(pagesOf(id), (page) => page && patched(page, event));
  if (isFetching) return 'now';
  return known.some((page) => isIncomplete(page, event)) ? 'soon' : 'none';
}

export function applyToList(
  queries: QueryClient,
  board: number | undefined,
  event: IndexEvent,
): void {
  queries.setQueryData(topicsQuery(1, board).queryKey, (list) => list && patchedList(list, event));
}

/** Shows the likes of a post, and whether the reader is among them. */
export function putLikes(
  queries: QueryClient,
  topicId: number,
  replyId: number | undefined,
  likes: number,
  liked: boolean,
): void {
  queries.setQueriesData<Topic>(
    pagesOf(topicId),
    (page) => page && withLikes(page, replyId ?? null, { likes, liked }),
  );
}
