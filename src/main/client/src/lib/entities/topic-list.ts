import type { PageOf, TopicSummary } from '../api/types';
import type { LiveEvent } from '../live/live';

/** What is told at `index`; docs/chat-client.md has the list. */
export type IndexEvent =
  | {
      readonly type: 'topicAdded' | 'topicBumped' | 'topicChanged';
      readonly topic: TopicSummary;
    }
  | { readonly type: 'topicDeleted'; readonly topicId: number };

const types: readonly string[] = [
  'topicAdded',
  'topicBumped',
  'topicChanged',
  'topicDeleted',
] satisfies IndexEvent['type'][];

export function isIndexEvent(event: LiveEvent): event is LiveEvent & IndexEvent {
  return types.includes(event.type);
}

type Page = PageOf<TopicSummary>;

/**
 * The list after the event, as far as nothing in it changes its place: who looks for where they were finds it there.
 * What is deleted goes.
 */
export function patched(page: Page, event: IndexEvent): Page {
  if (event.type === 'topicDeleted') {
    const items = page.items.filter(({ id }) => id !== event.topicId);
    return { ...page, items, total: page.total - (page.items.length - items.length) };
  }
  const { topic } = event;
  if (event.type === 'topicAdded' || (event.type === 'topicBumped' && !isFirst(page, topic))) {
    return page;
  }
  // The event tells what everybody sees; what only this reader sees stays.
  const items = page.items.map((item) => (item.id === topic.id ? { ...item, ...topic } : item));
  return { ...page, items };
}

/** The topics with activity that the page does not show yet. */
export function unshown(fresh: readonly TopicSummary[], page: Page): TopicSummary[] {
  return fresh.filter((topic) => {
    const item = page.items.find(({ id }) => id === topic.id);
    return item === undefined || activeAt(item) < activeAt(topic);
  });
}

const isFirst = (page: Page, topic: TopicSummary) => page.items[0]?.id === topic.id;

const activeAt = ({ lastReply, createdAt }: TopicSummary) =>
  Date.parse(lastReply?.createdAt ?? createdAt);
