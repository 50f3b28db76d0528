import { describe, expect, it } from 'vitest';
import type { Author } from '@/lib/api/types';
import { ada, reply, topic } from '@/test/samples';
import { isIncomplete, isFromEvent, patched, type TopicEvent } from './topic-page';
import { nextPage, withOwnReply } from './topic-writes';

const bob = { id: 8, username: 'bob', image: null };
const nothing = { edit: false, delete: false };
const all = { edit: true, delete: true };

const added = (floor: number, replyCount: number, author: Author = bob) => ({
  type: 'replyAdded' as const,
  topicId: 3,
  replyId: 100 + floor,
  floor,
  replyCount,
  reply: reply(floor, { author, permissions: nothing }),
});
const deleted = (floor: number, replyCount: number): TopicEvent => ({
  type: 'replyDeleted',
  topicId: 3,
  replyId: 100 + floor,
  floor,
  replyCount,
});
const floors = (page: ReturnType<typeof topic>) => page.replies.items.map(({ floor }) => floor);

describe('a reply that is added', () => {
  it('stands at the end of the last page', () => {
    const page = patched(topic(), added(3, 3));
    expect(floors(page)).toEqual([1, 2, 3]);
    expect(page).toMatchObject({
      replyCount: 3,
      lastReply: { author: bob },
      replies: { total: 3 },
    });
  });

  it('is only counted on a page that is full or not the last', () => {
    const full = { items: [reply(1), reply(2)], page: 1, pageSize: 2, total: 2 };
    expect(patched(topic({ replies: full }), added(3, 3)).replies).toEqual({
      ...full,
      total: 3,
    });
    const first = { items: [reply(1)], page: 1, pageSize: 2, total: 3 };
    expect(floors(patched(topic({ replies: first }), added(4, 4)))).toEqual([1]);
  });

  it('is not shown twice', () => {
    expect(floors(patched(topic(), added(2, 2)))).toEqual([1, 2]);
  });

  it('may be changed as the event says until the server was asked', () => {
    const told = patched(topic(), added(3, 3)).replies.items.at(-1);
    expect(told?.permissions).toEqual(nothing);
    expect(told && isFromEvent(told)).toBe(true);
  });

  it('that is not the next one shows that something was missed', () => {
    expect(isIncomplete(topic(), added(3, 3))).toBe(false);
    expect(isIncomplete(topic(), added(4, 4))).toBe(true);
  });
});

describe('a reply that is edited', () => {
  const edited = (version: number): TopicEvent => ({
    ...added(2, 2, ada),
    type: 'replyEdited',
    reply: reply(2, { html: '<p>better</p>', version, permissions: nothing }),
  });

  it('is shown as it is now', () => {
    const [, second] = patched(topic(), edited(2)).replies.items;
    expect(second).toMatchObject({ html: '<p>better</p>', permissions: all });
  });

  it('is left alone when what is shown is as new', () => {
    expect(patched(topic(), edited(1))).toEqual(topic());
  });
});

describe('a reply that is deleted', () => {
  it('goes, and what is counted goes with it', () => {
    const page = patched(topic(), deleted(2, 1));
    expect(floors(page)).toEqual([1]);
    expect(page).toMatchObject({
      replyCount: 1,
      lastReply: { author: { id: ada.id } },
      replies: { total: 1 },
    });
    const empty = patched(page, deleted(1, 0));
    expect(empty).toMatchObject({ replyCount: 0, lastReply: null });
  });

  it('is all that changes on the last page', () => {
    expect(isIncomplete(topic(), deleted(1, 1))).toBe(false);
    expect(isIncomplete(patched(topic(), deleted(1, 1)), deleted(1, 1))).toBe(false);
  });

  it('makes the next page move up', () => {
    const first = { items: [reply(1), reply(2)], page: 1, pageSize: 2, total: 3 };
    const page = topic({ replyCount: 3, replies: first });
    expect(isIncomplete(page, deleted(1, 2))).toBe(true);
    const second = { items: [reply(3)], page: 2, pageSize: 2, total: 3 };
    expect(isIncomplete(topic({ replyCount: 3, replies: second }), deleted(1, 2))).toBe(true);
    expect(isIncomplete(topic({ replyCount: 3, replies: second }), deleted(3, 2))).toBe(true);
  });

  it('after one that was missed is not all that changed', () => {
    expect(isIncomplete(topic({ replyCount: 4 }), deleted(1, 2))).toBe(true);
  });
});

describe('a reply that its reader wrote', () => {
  const full = { items: [reply(1), reply(2)], page: 1, pageSize: 2, total: 2 };

  it('stands at the end, with what its writer may do', () => {
    const page = withOwnReply(topic(), reply(3));
    expect(page.replies.items.at(-1)).toEqual(reply(3));
    expect(page).toMatchObject({ replyCount: 3, replies: { total: 3 } });
  });

  it.each(['before', 'after'])('is counted once when the event comes %s the answer', (order) => {
    const event = added(3, 3, ada);
    for (const page of [topic(), topic({ replies: full })]) {
      const first = order === 'before' ? patched(page, event) : withOwnReply(page, reply(3));
      const both = order === 'before' ? withOwnReply(first, reply(3)) : patched(first, event);
      expect(both).toMatchObject({ replyCount: 3, replies: { total: 3 } });
      if (order === 'after') expect(isIncomplete(first, event)).toBe(false);
    }
  });

  it('begins a page where the last one is full', () => {
    const replies = { items: [reply(3)], page: 2, pageSize: 2, total: 3 };
    const page = topic({ replies: full });
    expect(nextPage(page, reply(3))).toMatchObject({ replyCount: 3, replies });
    expect(nextPage(patched(page, added(3, 3, ada)), reply(3))).toMatchObject({ replies });
    expect(nextPage(topic(), reply(3))).toBeUndefined();
    const first = topic({ replyCount: 5, replies: { ...full, total: 5 } });
    expect(nextPage(first, reply(6))).toBeUndefined();
  });
});

it('shows a changed topic with the replies and permissions it had', () => {
  const { permissions, replies, ...changed } = topic({ title: 'On steam', version: 2 });
  const page = patched(topic(), { type: 'topicChanged', topic: changed });
  expect(page).toEqual({ ...changed, permissions, replies });
});
