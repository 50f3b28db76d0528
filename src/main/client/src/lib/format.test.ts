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
    [7 * 86_400, '7 days ago'],
    [13 * 86_400, '13 days ago'],
    [14 * 86_400, '2 weeks ago'],
    [59 * 86_400, '8 weeks ago'],
    [366 * 86_400, '12 months ago'],
  ])('of %i seconds ago reads "%s"', (seconds, words) => {
    expect(relativeTime(before(seconds), now, 'en')).toBe(words);
  });

  // In local time, as the reader's calendar has it.
  const noon = new Date(2026, 5, 15, 12);
  const at = (...parts: [number, number, number, number]) => new Date(...parts);
  it.each([
    ['47 hours', at(2026, 5, 13, 13), '2 days ago', '前天'],
    ['25 hours over two midnights', at(2026, 5, 12, 23), '2 days ago', '前天', at(2026, 5, 14, 0)],
    ['the evening before', at(2026, 5, 14, 23), '13 hours ago', '13小时前'],
    ['35 hours', at(2026, 5, 14, 1), 'yesterday', '昨天'],
    ['13 days', at(2026, 5, 2, 12), '13 days ago', '13天前'],
    ['59 days', at(2026, 3, 17, 12), '8 weeks ago', '8周前'],
    ['two months', at(2026, 3, 15, 12), '2 months ago', '2个月前'],
    ['23 months', at(2024, 6, 15, 12), '23 months ago', '23个月前'],
    ['two years', at(2024, 5, 15, 12), '2 years ago', '2年前'],
  ])('agrees with the calendar: %s', (_, time, english, chinese, now = noon) => {
    expect(relativeTime(time, now, 'en')).toBe(english);
    expect(relativeTime(time, now, 'zh-CN')).toBe(chinese);
  });

  it('is written in the reader’s language', () => {
    expect(relativeTime(before(7_200), now, 'zh-CN')).toBe('2小时前');
  });
});

it('shortens large counts', () => {
  expect(shortNumber(12_345, 'en')).toBe('12K');
});
