import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { show } from '@/test/render';
import { ada, reply, topic } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import TopicPage from './TopicPage';

const open = (at: string, member = ada as typeof ada | null) =>
  show(<TopicPage />, { at, path: '/topic/:id', member });

it('shows the topic and its replies with their floors', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  open('/topic/3');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('On engines');
  expect(screen.getByRole('article', { name: 'Reply 2 by ada' })).toHaveTextContent('Reply 2');
  expect(screen.getByRole('link', { name: 'Link to reply 2' })).toHaveAttribute(
    'href',
    '/topic/3?floor=2',
  );
});

it('asks for the page that holds a floor, and marks it', async () => {
  const replies = { items: [reply(21), reply(22)], page: 2, pageSize: 20, total: 22 };
  const calls = serve({ 'GET /api/topic/3': () => json(topic({ replies })) });
  open('/topic/3#floor-22');
  const post = await screen.findByRole('article', { name: 'Reply 22 by ada' });
  expect(calls.find(({ url }) => url.pathname === '/api/topic/3')?.url.search).toBe('?floor=22');
  expect(post.closest('li')).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page');
});

it('offers only what the reader may do', async () => {
  const none = { edit: false, delete: false };
  const replies = { items: [reply(1, { permissions: none })], page: 1, pageSize: 20, total: 1 };
  const permissions = {
    reply: false,
    pin: false,
    lock: false,
    move: false,
    moderate: false,
    ...none,
  };
  serve({ 'GET /api/topic/3': () => json(topic({ replies, permissions })) });
  open('/topic/3', null);
  await screen.findByRole('heading', { level: 1 });
  for (const name of ['Edit', 'Delete', 'Quote']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/login?next=%2Ftopic%2F3%23reply',
  );
});

it('puts a quotation into the reply', async () => {
  serve({
    'GET /api/topic/3': () => json(topic()),
    'POST /api/markdown/preview': () => json({ html: '' }),
  });
  open('/topic/3');
  const [, second] = await screen.findAllByRole('button', { name: 'Quote' });
  const input = await screen.findByLabelText('Your reply');
  await userEvent.type(input, 'mine');
  if (second) await userEvent.click(second);
  const quotation = '> [@ada](/topic/3?floor=1):\n>\n> Reply **1**\n\n';
  await waitFor(() => expect(input).toHaveValue(`mine\n\n${quotation}`));
  expect(input).toHaveFocus();
  expect(screen.getByRole('region', { name: 'Reply box' })).toContainElement(input);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Reply box' })).toBeNull();
  expect(second).toHaveFocus();
  expect(input).toHaveValue(`mine\n\n${quotation}`);
});

it('says beside a name who moderates and who opened the topic', async () => {
  const moderator = { id: 8, username: 'bob', image: null, role: 'moderator' as const };
  const items = [reply(1), reply(2, { author: moderator })];
  serve({
    'GET /api/topic/3': () => json(topic({ replies: { items, page: 1, pageSize: 20, total: 2 } })),
  });
  open('/topic/3');
  const first = await screen.findByRole('article', { name: 'Reply 1 by ada' });
  expect(within(first).getByText('author')).toBeVisible();
  const second = screen.getByRole('article', { name: 'Reply 2 by bob' });
  expect(within(second).getByText('moderator')).toBeVisible();
  expect(within(second).queryByText('author')).toBeNull();
});

it('leads from a page that does not exist to the last one', async () => {
  serve({
    'GET /api/topic/3': ({ url }) => {
      const page = Number(url.searchParams.get('page'));
      const items = page === 2 ? [reply(21)] : [];
      return json(topic({ replyCount: 21, replies: { items, page, pageSize: 20, total: 21 } }));
    },
  });
  open('/topic/3?page=9999');
  expect(await screen.findByRole('article', { name: 'Reply 21 by ada' })).toBeVisible();
  expect(screen.getByTestId('address')).toHaveTextContent('/topic/3?page=2');
});

it('says what to do when the topic is gone, and when the server is down', async () => {
  serve({});
  const gone = open('/topic/3');
  expect(await screen.findByRole('heading', { name: 'Not found' })).toBeVisible();
  gone.unmount();
  serve({ 'GET /api/topic/3': () => problem(503) });
  open('/topic/3');
  expect(await screen.findByRole('heading', { name: /is unavailable/ })).toBeVisible();
  serve({ 'GET /api/topic/3': () => json(topic()) });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('On engines');
});
