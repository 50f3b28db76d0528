import { describe, expect, it } from 'vitest';
import type { Author } from '@/lib/api/types';
import { ada, reply, topic } from '@/test/samples';
import { isIncomplete, patched, type TopicEvent } from './live-topic';

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
    const page = patched(topic(), added(3, 3), null);
    expect(floors(page)).toEqual([1, 2, 3]);
    expect(page).toMatchObject({
      replyCount: 3,
      lastReply: { author: bob },
      replies: { total: 3 },
    });
  });

  it('is only counted on a page that is full or not the last', () => {
    const full = { items: [reply(1), reply(2)], page: 1, pageSize: 2, total: 2 };
    expect(patched(topic({ replies: full }), added(3, 3), null).replies).toEqual({
      ...full,
      total: 3,
    });
    const first = { items: [reply(1)], page: 1, pageSize: 2, total: 3 };
    expect(floors(patched(topic({ replies: first }), added(4, 4), null))).toEqual([1]);
  });

  it('is not shown twice', () => {
    expect(floors(patched(topic(), added(2, 2), null))).toEqual([1, 2]);
  });

  it.each([
    ['its author', ada, ada, all],
    ['another member', ada, bob, nothing],
    ['a moderator', { ...ada, role: 'moderator' } as const, bob, all],
    ['a guest', null, bob, nothing],
  ])('may be changed as %s may', (_, reader, author, permissions) => {
    const page = patched(topic(), added(3, 3, author), reader);
    expect(page.replies.items.at(-1)?.permissions).toEqual(permissions);
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
    const [, second] = patched(topic(), edited(2), ada).replies.items;
    expect(second).toMatchObject({ html: '<p>better</p>', permissions: all });
  });

  it('is left alone when what is shown is as new', () => {
    expect(patched(topic(), edited(1), ada)).toEqual(topic());
  });
});

it('takes a reply that is deleted away, and says that the page may want another', () => {
  const page = patched(topic(), deleted(1, 1), null);
  expect(floors(page)).toEqual([2]);
  expect(page).toMatchObject({ replyCount: 1, replies: { total: 1 } });
  expect(isIncomplete(page, deleted(1, 1))).toBe(true);
});

it('shows a changed topic with the replies and permissions it had', () => {
  const { permissions, replies, ...changed } = topic({ title: 'On steam', version: 2 });
  const page = patched(topic(), { type: 'topicChanged', topic: changed }, null);
  expect(page).toEqual({ ...changed, permissions, replies });
});
