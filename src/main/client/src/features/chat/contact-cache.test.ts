import { describe, expect, it } from 'vitest';
import { bob, contact, message } from '@/test/samples';
import { withMessage, withPresence, withUnread } from './contact-cache';

const carol = { id: 9, username: 'carol', image: null };
const hers = contact({ roomId: 'hers', user: carol });
const page = (...items: ReturnType<typeof contact>[]) => ({
  items,
  page: 1,
  pageSize: 20,
  total: items.length,
});

describe('a message', () => {
  it('brings its contact to the top, with what is unread', () => {
    const after = withMessage(page(hers, contact()), message(4), 2);
    expect(after?.items).toEqual([contact({ lastMessage: message(4), unread: 2 }), hers]);
  });

  it('that a later one overtook changes nothing', () => {
    const before = page(contact({ lastMessage: message(5), unread: 0 }), hers);
    expect(withMessage(before, message(4), 1)).toBe(before);
  });

  it('of a room nobody knew is not made up', () => {
    expect(withMessage(page(hers), message(4), 1)).toBeUndefined();
  });
});

it('counts what is unread in one room alone', () => {
  const before = page(contact({ unread: 3 }), { ...hers, unread: 1 });
  expect(withUnread(before, contact().roomId, 0).items.map(({ unread }) => unread)).toEqual([0, 1]);
});

it('marks the one who came', () => {
  const after = withPresence(page(contact(), hers), bob.id, true);
  expect(after.items.map(({ online }) => online)).toEqual([true, false]);
});
