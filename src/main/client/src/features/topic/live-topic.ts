import type { CurrentUser, Reply, Topic } from '@/lib/api/types';
import type { LiveEvent } from '@/lib/live/live';

interface AboutReply {
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
  | { readonly type: 'topicDeleted'; readonly topicId: number };

const types: readonly string[] = [
  'replyAdded',
  'replyEdited',
  'replyDeleted',
  'topicChanged',
  'topicDeleted',
] satisfies TopicEvent['type'][];

export function isTopicEvent(event: LiveEvent): event is LiveEvent & TopicEvent {
  return types.includes(event.type);
}

/** A page of the topic after the event, as far as the event tells. */
export function patched(page: Topic, event: TopicEvent, reader: CurrentUser | null): Topic {
  switch (event.type) {
    case 'replyAdded':
      return withReply(page, event.reply, event.replyCount, reader);
    case 'replyEdited':
      return withEdit(page, event.reply, reader);
    case 'replyDeleted':
      return withoutReply(page, event);
    case 'topicChanged':
      return event.topic.version < page.version ? page : { ...page, ...event.topic };
    case 'topicDeleted':
      return page;
  }
}

/** Whether the page may lack something that the event does not tell, so that it is to be fetched again. */
export function isIncomplete(page: Topic, event: TopicEvent): boolean {
  if (event.type === 'replyDeleted') return true; // a reply of the next page moves up, another is the last
  if (event.type !== 'replyAdded') return false;
  const counted = page.replies.items.some(({ id }) => id === event.replyId) ? 0 : 1;
  return page.replyCount + counted !== event.replyCount;
}

function withReply(page: Topic, reply: Reply, replyCount: number, reader: CurrentUser | null) {
  const { items, pageSize, total } = page.replies;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const fits = page.replies.page === last && items.length < pageSize;
  const isNew = items.every(({ id }) => id !== reply.id);
  const { author, createdAt } = reply;
  return {
    ...page,
    replyCount,
    lastReply: { author, createdAt },
    replies: {
      ...page.replies,
      total: replyCount,
      items: fits && isNew ? [...items, asRead(reply, reader)] : items,
    },
  };
}

function withEdit(page: Topic, reply: Reply, reader: CurrentUser | null): Topic {
  const items = page.replies.items.map((item) =>
    item.id === reply.id && item.version < reply.version ? asRead(reply, reader) : item,
  );
  return { ...page, replies: { ...page.replies, items } };
}

function withoutReply(page: Topic, { replyId, replyCount }: AboutReply): Topic {
  const items = page.replies.items.filter(({ id }) => id !== replyId);
  return { ...page, replyCount, replies: { ...page.replies, items, total: replyCount } };
}

/** An event shows what a guest may do; the server's rule for the reader: one's own, and moderators any. */
function asRead(reply: Reply, reader: CurrentUser | null): Reply {
  const may = reader !== null && (reader.id === reply.author.id || reader.role !== 'member');
  return { ...reply, permissions: { edit: may, delete: may } };
}
