import { expect, it } from 'vitest';
import { hueOf, initialsOf } from './generated';

it.each([
  ['ada_lovelace', 'AL'],
  ['Grace', 'GR'],
  ['x', 'X'],
  ['陈晨', '陈'],
  ['--', '-'],
  ['ключ-2', 'К2'],
])('shortens %s to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('gives neighbours colours that differ', () => {
  const hues = [1, 2, 3, 4, 5].map(hueOf);
  for (const [index, hue] of hues.entries()) {
    for (const other of hues.slice(index + 1)) expect(Math.abs(hue - other)).toBeGreaterThan(20);
  }
});
