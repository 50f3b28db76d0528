import { describe, expect, it } from 'vitest';
import { ada, message } from '@/test/samples';
import { lineAfter, lineAtOpening } from './unread-line';

const mine = (id: number) => message(id, { senderId: ada.id });
const away = { attending: false, readUpTo: 0 };

describe('on coming in the line stands', () => {
  const messages = [message(1), mine(2), message(3), mine(4), message(5)];

  it('nowhere when all is read', () => {
    expect(lineAtOpening(messages, ada.id, 0)).toEqual({ lastId: 5, above: undefined });
  });

  it('above the first unread message of the other one', () => {
    expect(lineAtOpening(messages, ada.id, 1).above).toBe(5);
    expect(lineAtOpening(messages, ada.id, 2).above).toBe(3);
  });

  it('nowhere when the first unread one is further up than what is loaded', () => {
    expect(lineAtOpening(messages, ada.id, 4).above).toBeUndefined();
  });
});

describe('when more comes the line', () => {
  const read = { lastId: 5, above: undefined };
  const more = [message(5), message(6), message(7)];

  it('stays away from who attends', () => {
    const attending = { attending: true, readUpTo: 5 };
    expect(lineAfter(read, more, ada.id, attending)).toEqual({ lastId: 7, above: undefined });
  });

  it('is drawn for who is away, above the first of it', () => {
    expect(lineAfter(read, more, ada.id, { ...away, readUpTo: 5 }).above).toBe(6);
  });

  it('stays where it is as long as what is below it is not read', () => {
    expect(lineAfter({ lastId: 6, above: 6 }, more, ada.id, { ...away, readUpTo: 5 }).above).toBe(
      6,
    );
  });

  it('is drawn anew when what was below it has been read', () => {
    expect(lineAfter({ lastId: 6, above: 6 }, more, ada.id, { ...away, readUpTo: 6 }).above).toBe(
      7,
    );
  });

  it('goes when one answers', () => {
    const answered = [message(6), mine(7)];
    expect(lineAfter({ lastId: 6, above: 6 }, answered, ada.id, away).above).toBeUndefined();
  });
});
