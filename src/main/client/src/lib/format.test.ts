import { describe, expect, it } from 'vitest';
import { relativeTime, shortNumber } from './format';

const now = new Date('2026-06-15T12:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('a relative time', () => {
  it.each([
    [0, 'now'],
    [59, 'now'],
    [60, '1 minute ago'],
    [3_599, '59 minutes ago'],
    [3_600, '1 hour ago'],
    [86_400, 'yesterday'],
    [6 * 86_400, '6 days ago'],
    [7 * 86_400, 'last week'],
    [366 * 86_400, 'last year'],
  ])('of %i seconds ago reads "%s"', (seconds, words) => {
    expect(relativeTime(before(seconds), now, 'en')).toBe(words);
  });

  it('is written in the reader’s language', () => {
    expect(relativeTime(before(7_200), now, 'zh-CN')).toBe('2小时前');
  });
});

it('shortens large counts', () => {
  expect(shortNumber(12_345, 'en')).toBe('12K');
});
