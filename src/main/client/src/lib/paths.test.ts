import { expect, it } from 'vitest';
import { nextPath, signInPath } from './paths';

const nextOf = (next: string) => nextPath(new URLSearchParams({ next }));

it('goes on to the page that asked for signing in', () => {
  const path = signInPath('/topic/3?page=2');
  expect(nextPath(new URLSearchParams(path.split('?')[1]))).toBe('/topic/3?page=2');
});

it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'never leaves the forum for "%s"',
  (next) => {
    expect(nextOf(next)).toBe('/');
  },
);
