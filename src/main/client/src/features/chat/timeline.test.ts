import { describe, expect, it } from 'vitest';
import { ada, message } from '@/test/samples';
import type { Outgoing } from './outbox';
import { type Text, timelineOf } from './timeline';

const at = (time: string) => ({ createdAt: `2026-01-02T${time}Z` });
const pending: Outgoing = {
  clientId: 'c1',
  roomId: message(1).roomId,
  content: 'hello',
  at: '2026-01-02T12:00:00Z',
  after: 0,
};

/** A row in a word: the day, the line, or a message with where it stands in what was said in one go. */
function drawn(texts: readonly Text[], lineAbove?: number): string[] {
  const dayOf = (time: string) => time.slice(0, 10);
  return timelineOf({ texts, me: ada.id, lineAbove, dayOf }).map((row) => {
    if (row.kind !== 'message') return row.kind === 'day' ? row.day : 'line';
    return `${row.starts ? '[' : ' '}${row.key}${row.ends ? ']' : ''}`;
  });
}

describe('the timeline', () => {
  it('puts together what one member says in one go', () => {
    expect(
      drawn([
        message(1, at('12:00:00')),
        message(2, at('12:01:00')),
        message(3, { senderId: ada.id, ...at('12:01:10') }),
        message(4, at('12:01:20')),
        message(5, at('12:06:20')),
      ]),
    ).toEqual(['2026-01-02', '[1', ' 2]', '[3]', '[4]', '[5]']);
  });

  it('separates days', () => {
    expect(
      drawn([
        message(1, { createdAt: '2026-01-01T23:59:00Z' }),
        message(2, { createdAt: '2026-01-02T00:00:00Z' }),
      ]),
    ).toEqual(['2026-01-01', '[1]', '2026-01-02', '[2]']);
  });

  it('draws the line above the first unread message, which then begins anew', () => {
    expect(drawn([message(1), message(2), message(3)], 2)).toEqual([
      '2026-01-02',
      '[1]',
      'line',
      '[2',
      ' 3]',
    ]);
  });

  it('puts what is on its way to what its author said before', () => {
    expect(drawn([message(1, { senderId: ada.id, ...at('11:59:00') }), pending])).toEqual([
      '2026-01-02',
      '[1',
      ' c1]',
    ]);
  });

  it('gives every row a key of its own, also where a day comes twice', () => {
    const late = { ...pending, at: '2026-01-01T12:00:00Z' };
    const texts = [message(1, { createdAt: '2026-01-01T12:00:00Z' }), message(2), late];
    const rows = timelineOf({
      texts,
      me: ada.id,
      lineAbove: undefined,
      dayOf: (time) => time.slice(0, 10),
    });
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});
