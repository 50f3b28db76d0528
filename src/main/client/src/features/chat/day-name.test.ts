import { describe, expect, it } from 'vitest';
import { dayName } from './day-name';

const now = new Date(2026, 2, 1, 0, 5);

describe('the name of a day', () => {
  it.each([
    [new Date(2026, 2, 1, 0, 1), 'Today'],
    [new Date(2026, 1, 28, 23, 59), 'Yesterday'],
    [new Date(2026, 1, 27, 12, 0), '27 February 2026'],
    [new Date(2025, 2, 1, 0, 1), '1 March 2025'],
  ])('of %s', (time, name) => {
    expect(dayName(time, now, 'en-GB')).toBe(name);
  });

  it('is written in the reader’s language', () => {
    expect(dayName(now, now, 'zh-CN')).toBe('今天');
  });
});
