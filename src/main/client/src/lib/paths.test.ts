import { expect, it } from 'vitest';
import { nextPath, registerPath, signInPath } from './paths';

const nextOf = (next: string) => nextPath(new URLSearchParams({ next }));

it('goes on to the page that asked for signing in', () => {
  const path = signInPath('/topic/3?page=2');
  expect(nextPath(new URLSearchParams(path.split('?')[1]))).toBe('/topic/3?page=2');
});

it('goes on after registering too, to the place on the page', () => {
  const path = registerPath('/topic/3?page=2#reply');
  expect(nextPath(new URLSearchParams(path.split('?')[1]))).toBe('/topic/3?page=2#reply');
});

it('does not go on to another way in', () => {
  expect(nextOf('/login?next=/login')).toBe('/');
  expect(nextOf('/register')).toBe('/');
});

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/.//evil.example',
  '/topic/..//evil.example',
  'http:evil.example',
  'https://user@evil.example/',
  '\\\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '',
])('never leaves the forum for "%s"', (next) => {
  expect(nextOf(next)).toBe('/');
});
