import type { Reply, Topic } from '../api/types';
import type { LiveEvent } from '../live/live';

export interface AboutReply {
  readonly topicId: number;
  readonly replyId: number;
  readonly floor: number;
  /** How many replies the topic has now. */
  readonly replyCount: number;
}

/** What is told at `topic.{id}`; docs/chat-client.md has the list. */
export type TopicEvent =
  | (AboutReply & { readonly type: 'replyAdded' | 'replyEdited'; readonly reply: Reply })
  | (AboutReply & { readonly type: 'replyDeleted' })
  | { readonly type: 'topicChanged'; readonly topic: Omit<Topic, 'permissions' | 'replies'> }
  | { readonly type: 'topicDeleted'; readonly topicId: number }
  | (AboutReply & { readonly type: 'replyRestored' })
  | StateOf
  | LikesOf;

/** How a topic stands now. */
export interface StateOf {
  readonly type: 'stateChanged';
  readonly topicId: number;
  readonly pinned: Topic['pinned'];
  readonly locked: boolean;
  readonly lock: Topic['lock'];
}

/** How many members like a post now. */
export interface LikesOf {
  readonly type: 'liked';
  readonly topicId: number;
  /** Null for the topic's own text. */
  readonly replyId: number | null;
  readonly likes: number;
}

/**
 * A reply as an event told it: its permissions are a guest's, for everyone hears the same event. What this reader may
 * do with it is known once the server was asked.
 */
export interface EventReply extends Reply {
  readonly fromEvent: true;
}

export const isFromEvent = (reply: Reply): reply is EventReply => 'fromEvent' in reply;

const types: readonly string[] = [
  'replyAdded',
  'replyEdited',
  'replyDeleted',
  'topicChanged',
  'topicDeleted',
  'replyRestored',
  'stateChanged',
  'liked',
] satisfies TopicEvent['type'][];

export function isTopicEvent(event: LiveEvent): event is LiveEvent & TopicEvent {
  return types.includes(event.type);
}

/** A page of the topic after the event, as far as the event tells. */
export function patched(page: Topic, event: TopicEvent): Topic {
  switch (event.type) {
    case 'replyAdded':
      return withReply(page, { ...event.reply, fromEvent: true } as EventReply, event.replyCount);
    case 'replyEdited':
      return withEdit(page, event.reply);
    case 'replyDeleted':
      return withoutReply(page, event);
    case 'topicChanged':
      return event.topic.version < page.version ? page : { ...page, ...event.topic };
    case 'topicDeleted':
    case 'replyRestored':
      return page;
    case 'stateChanged': {
      const { pinned, locked, lock } = event;
      return { ...page, pinned, locked, lock };
    }
    case 'liked':
      return withLikes(page, event.replyId, { likes: event.likes });
  }
}

/** Whether the page, as it was before the event, lacks something after it that the event does not tell. */
export function isIncomplete(page: Topic, event: TopicEvent): boolean {
  const has = (id: number) => page.replies.items.some((item) => item.id === id);
  if (event.type === 'replyAdded') {
    const isCounted = has(event.replyId) || isLastReply(page, event.reply);
    return page.replyCount + (isCounted ? 0 : 1) !== event.replyCount;
  }
  if (event.type === 'replyRestored')
    return page.replyCount !== event.replyCount || !has(event.replyId);
  // Who may reply is another question then, and what was hidden may have changed meanwhile.
  if (event.type === 'stateChanged') return true;
  if (event.type !== 'replyDeleted') return false;
  // This reader deleted it, or the page was fetched after that.
  if (!has(event.replyId) && page.replyCount === event.replyCount) return false;
  const isCounted = page.replyCount - 1 === event.replyCount;
  const isLastPage = page.replies.page === lastPage(page);
  const isEmptied = page.replies.page > 1 && page.replies.items.length === 1;
  // Of the next page a reply moves up; of a page before, this one's first reply moves there.
  return !(isCounted && has(event.replyId) && isLastPage && !isEmptied);
}

export function withoutReply(page: Topic, { replyId, replyCount }: AboutReply): Topic {
  const items = page.replies.items.filter(({ id }) => id !== replyId);
  const replies = { ...page.replies, items, total: replyCount };
  return { ...page, replyCount, lastReply: lastReplyAfter(page, items), replies };
}

/** Whether the page already counts the reply: its event may be faster than the answer to who wrote it, or slower. */
export const isLastReply = ({ lastReply }: Topic, { author, createdAt }: Reply) =>
  lastReply?.author.id === author.id && lastReply.createdAt === createdAt;

const lastPage = ({ replies }: Topic) => Math.max(1, Math.ceil(replies.total / replies.pageSize));

function lastReplyAfter(page: Topic, items: readonly Reply[]): Topic['lastReply'] {
  const isChanged = items.length < page.replies.items.length;
  if (!isChanged || page.replies.page !== lastPage(page)) return page.lastReply;
  const last = items.at(-1);
  if (last) return { author: last.author, createdAt: last.createdAt };
  return page.replies.page === 1 ? null : page.lastReply;
}

export function withReply(page: Topic, reply: Reply, replyCount: number): Topic {
  const { items, pageSize } = page.replies;
  const fits = page.replies.page === lastPage(page) && items.length < pageSize;
  const isNew = items.every(({ id }) => id !== reply.id);
  const { author, createdAt } = reply;
  return {
    ...page,
    replyCount,
    lastReply: { author, createdAt },
    replies: {
      ...page.replies,
      total: replyCount,
      items: fits && isNew ? [...items, reply] : items,
    },
  };
}

/** Editing changes nothing about what the reader may do with the reply. */
function withEdit(page: Topic, reply: Reply): Topic {
  const items = page.replies.items.map((item) =>
    item.id === reply.id && item.version < reply.version
      ? { ...item, ...reply, permissions: item.permissions }
      : item,
  );
  return { ...page, replies: { ...page.replies, items } };
}

/** The page with what it shows of a post's likes; `liked` stays as it is where it is not given. */
export function withLikes(
  page: Topic,
  replyId: number | null,
  shown: { readonly likes: number; readonly liked?: boolean },
): Topic {
  if (replyId === null) return { ...page, ...shown };
  const items = page.replies.items.map((item) =>
    item.id === replyId ? { ...item, ...shown } : item,
  );
  return { ...page, replies: { ...page.replies, items } };
}
