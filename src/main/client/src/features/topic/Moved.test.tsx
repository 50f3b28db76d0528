import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useLocation } from 'react-router';
import { show } from '@/test/render';
import Moved from './Moved';

function Where() {
  const { pathname, search } = useLocation();
  return <p>{`at ${pathname}${search}`}</p>;
}

const open = () =>
  show(
    <>
      <Moved id={4} into={3} floor={2} />
      <Where />
    </>,
    { at: '/topic/4?floor=2', path: '/topic/:id', member: null },
  );

const answers = (answer: () => Promise<Response>) => {
  const asked = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', asked);
  return asked;
};

afterEach(() => vi.unstubAllGlobals());

it('goes to where the reply is now', async () => {
  const answer = Object.defineProperty(new Response('{}'), 'url', {
    value: 'http://localhost/api/topic/3?floor=7',
  });
  const asked = answers(() => Promise.resolve(answer));
  open();
  expect(await screen.findByText('at /topic/3?floor=7')).toBeVisible();
  expect(asked.mock.calls[0]?.[0]).toBe('/api/topic/4?floor=2');
});

it('goes to the topic where the reply cannot be looked up', async () => {
  answers(() => Promise.reject(new TypeError('Failed to fetch')));
  open();
  expect(await screen.findByText('at /topic/3')).toBeVisible();
});
