import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { ada, bob, reply, topic } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import { compose } from '@/lib/composition';
import { features } from './features';

const TopicPage = compose(features).routes.find(({ path }) => path === '/topic/:id')?.Page;
const ofBob = { author: bob };
const page = (more: Parameters<typeof reply>[1]) =>
  topic({ replies: { items: [reply(1, more)], page: 1, pageSize: 20, total: 1 } });

const open = (member: typeof ada | null = ada) =>
  show(TopicPage ? <TopicPage /> : null, { at: '/topic/3', path: '/topic/:id', member });

const post = async () =>
  within(await screen.findByRole('article', { name: `Reply 1 by ${bob.username}` }));

it('likes a post at once, and shows what the server counts', async () => {
  const calls = serve({
    'GET /api/topic/3': () => json(page(ofBob)),
    'PUT /api/reply/101/like': () => json({ likes: 5, liked: true }),
  });
  open();
  const heart = (await post()).getByRole('button', { name: 'Like' });
  expect(heart).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(heart);
  expect(heart).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByRole('button', { name: '5 likes' })).toHaveTextContent('5');
  expect(calls.filter(({ operation }) => operation.startsWith('PUT'))).toHaveLength(1);
});

it('takes a like back, and shows the truth again when that fails', async () => {
  serve({
    'GET /api/topic/3': () => json(page({ ...ofBob, likes: 2, liked: true })),
    'DELETE /api/reply/101/like': () => problem(503),
  });
  open();
  const heart = (await post()).getByRole('button', { name: 'Like' });
  await userEvent.click(heart);
  expect(await screen.findByRole('button', { name: '2 likes' })).toBeVisible();
  expect(heart).toHaveAttribute('aria-pressed', 'true');
});

it('offers no heart for an own post and none to guests, who see the number', async () => {
  serve({ 'GET /api/topic/3': () => json(page({ ...ofBob, likes: 1 })) });
  open(null);
  expect((await post()).getByRole('button', { name: '1 like' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Like' })).toBeNull();
});

it('is silent where there are no likes', async () => {
  serve({ 'GET /api/topic/3': () => json(page(ofBob)) });
  open(null);
  await post();
  expect(screen.queryByRole('button', { name: /like/i })).toBeNull();
});

it('names who likes a post', async () => {
  serve({
    'GET /api/topic/3': () => json(page({ ...ofBob, likes: 102 })),
    'GET /api/reply/101/likes': () =>
      json({
        items: [{ id: 7, username: 'ada', image: null }],
        page: 1,
        pageSize: 100,
        total: 102,
      }),
  });
  open();
  await userEvent.click((await post()).getByRole('button', { name: '102 likes' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Liked by' }));
  expect(await dialog.findByRole('link', { name: 'ada' })).toHaveAttribute('href', '/user/7');
  expect(dialog.getByText('and 101 more')).toBeVisible();
});
