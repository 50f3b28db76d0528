import { expect, it, vi } from 'vitest';
import { storage } from './storage';

it('keeps a text for the page where the browser has no room for it', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  storage.write('parley.test', 'a long text');
  expect(storage.read('parley.test')).toBe('a long text');
  storage.remove('parley.test');
  expect(storage.read('parley.test')).toBeNull();
});

it('does without storage that is blocked', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  storage.write('parley.test', 'kept');
  expect(storage.read('parley.test')).toBe('kept');
  storage.remove('parley.test');
});
