import type { QueryClient } from '@tanstack/react-query';
import type { Reply, Topic } from '../api/types';
import { countTopic } from './board';
import { expireTopic, lists, pagesOf, refreshTopic, topicQuery } from './topic';
import { type AboutReply, isIncomplete, isLastReply, withoutReply, withReply } from './topic-page';

/** Shows the topic that was just opened from the server's answer. */
export function putNewTopic(queries: QueryClient, topic: Topic): void {
  queries.setQueryData(topicQuery(topic.id, { page: 1 }).queryKey, topic);
  countTopic(queries, topic.board.id, 1);
  void queries.invalidateQueries(lists);
}

export function putEditedTopic(queries: QueryClient, before: Topic, answer: Topic): void {
  queries.setQueriesData<Topic>(
    pagesOf(answer.id),
    (page) => page && withEditedTopic(page, answer),
  );
  if (before.board.id !== answer.board.id) {
    countTopic(queries, before.board.id, -1);
    countTopic(queries, answer.board.id, 1);
  }
  void queries.invalidateQueries(lists);
}

/**
 * Shows the reply that was just written from the server's answer: on the page that is shown if it has room, else on a
 * new last page. Only where the last page is not known it has to be fetched.
 */
export function putNewReply(queries: QueryClient, reply: Reply): void {
  const { topicId, floor } = reply;
  const shown = queries
    .getQueryCache()
    .findAll({ ...pagesOf(topicId), type: 'active' })
    .flatMap(({ state }) => (state.data as Topic | undefined) ?? []);
  void expireTopic(queries, topicId);
  for (const page of shown) {
    const changed = withOwnReply(page, reply);
    const holder = changed.replies.items.some(({ id }) => id === reply.id)
      ? changed
      : nextPage(page, reply);
    if (holder) queries.setQueryData(topicQuery(topicId, { floor }).queryKey, holder);
  }
  queries.setQueriesData<Topic>(
    { ...pagesOf(topicId), type: 'active' },
    (page) => page && withOwnReply(page, reply),
  );
  void queries.invalidateQueries(lists);
}

export function putEditedReply(queries: QueryClient, reply: Reply): void {
  queries.setQueriesData<Topic>(pagesOf(reply.topicId), (page) => {
    if (!page) return page;
    const items = page.replies.items.map((item) => (item.id === reply.id ? reply : item));
    return { ...page, replies: { ...page.replies, items } };
  });
}

/** Takes away the reply that was just deleted; a page that lacks something afterwards is fetched again. */
export async function dropReply(queries: QueryClient, reply: Reply): Promise<void> {
  const pages = queries.getQueriesData<Topic>(pagesOf(reply.topicId));
  const holder = pages
    .flatMap(([, page]) => page ?? [])
    .find(({ replies }) => replies.items.some(({ id }) => id === reply.id));
  void queries.invalidateQueries(lists);
  // The event may have been faster than the answer.
  if (!holder) return;
  const event: AboutReply = {
    topicId: reply.topicId,
    replyId: reply.id,
    floor: reply.floor,
    replyCount: holder.replyCount - 1,
  };
  queries.setQueriesData<Topic>(
    pagesOf(reply.topicId),
    (page) => page && withoutReply(page, event),
  );
  if (isIncomplete(holder, { ...event, type: 'replyDeleted' })) {
    await refreshTopic(queries, reply.topicId);
  }
}

export function dropTopic(queries: QueryClient, topic: Topic): void {
  queries.removeQueries(pagesOf(topic.id));
  countTopic(queries, topic.board.id, -1);
  void queries.invalidateQueries(lists);
}

/** The page with a reply that its reader has just written, as the server answered it. */
export function withOwnReply(page: Topic, reply: Reply): Topic {
  const isShown = page.replies.items.some(({ id }) => id === reply.id);
  if (!isShown) return withReply(page, reply, countWith(page, reply));
  const items = page.replies.items.map((item) => (item.id === reply.id ? reply : item));
  return { ...page, replies: { ...page.replies, items } };
}

/** The page that a new reply begins, if this one was the last and is full. */
export function nextPage(page: Topic, reply: Reply): Topic | undefined {
  const count = countWith(page, reply);
  const { page: number, pageSize, items } = page.replies;
  if (items.length < pageSize || number * pageSize !== count - 1) return undefined;
  const { replies, ...topic } = withReply(page, reply, count);
  return { ...topic, replies: { ...replies, page: replies.page + 1, items: [reply] } };
}

/** The page after its topic was edited; an answer that is older than what is shown changes nothing. */
export function withEditedTopic(page: Topic, answer: Topic): Topic {
  return answer.version < page.version ? page : { ...page, ...answer, replies: page.replies };
}

const countWith = (page: Topic, reply: Reply) =>
  page.replyCount + (isLastReply(page, reply) ? 0 : 1);
