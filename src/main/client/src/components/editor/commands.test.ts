import { expect, it } from 'vitest';
import { commandFor } from './commands';

const press = (key: string, more: Partial<Parameters<typeof commandFor>[0]> = {}) =>
  commandFor({
    key,
    code: '',
    shiftKey: false,
    altKey: false,
    ctrlKey: true,
    metaKey: false,
    ...more,
  })?.label;

it('knows the usual keys, with Ctrl or Command', () => {
  expect(press('b')).toBe('editor.bold');
  expect(press('k', { ctrlKey: false, metaKey: true })).toBe('editor.link');
});

it('knows a digit by its place, for with Shift it is another character', () => {
  expect(press('*', { code: 'Digit8', shiftKey: true })).toBe('editor.list');
});

it('leaves plain typing and other shortcuts alone', () => {
  expect(press('b', { ctrlKey: false })).toBeUndefined();
  expect(press('b', { altKey: true })).toBeUndefined();
  expect(press('b', { shiftKey: true })).toBeUndefined();
});
