import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { compose } from '@/lib/composition';
import { show } from '@/test/render';
import { ada, bob, topic } from '@/test/samples';
import { json, serve } from '@/test/server';
import { features } from './features';

const { routes, nav } = compose(features);
const page = (path: string) => routes.find((route) => route.path === path)?.Page;
const InboxPage = page('/inbox');
const TopicPage = page('/topic/:id');

const notification = (id: number, more: object = {}) => ({
  id,
  kind: 'reply',
  actors: [bob],
  count: 1,
  topic: { id: 3, title: 'On engines' },
  reply: { id: 101, floor: 1 },
  excerpt: 'Steam is better',
  createdAt: '2026-01-02T03:04:05Z',
  readAt: null,
  ...more,
});

const inbox = (items: readonly object[], unread: number) => ({
  'GET /api/notifications': () => json({ items, unread }),
  'POST /api/notifications/read': () => new Response(null, { status: 204 }),
});

it('says what happened, and leads there', async () => {
  const calls = serve(
    inbox(
      [
        notification(5),
        notification(4, { kind: 'like', count: 3, readAt: '2026-01-03T00:00:00Z' }),
      ],
      1,
    ),
  );
  show(InboxPage ? <InboxPage /> : null, { member: ada, at: '/inbox', path: '/inbox' });
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent('Unread: bob replied to your topic On engines');
  expect(first).toHaveTextContent('Steam is better');
  expect(second).toHaveTextContent('bob and 2 others like your reply in On engines');
  const [link] = screen.getAllByRole('link', { name: 'On engines' });
  expect(link).toHaveAttribute('href', '/topic/3?floor=1');
  if (link) await userEvent.click(link);
  await waitFor(() =>
    expect(calls.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({ ids: [5] }),
  );
});

it('reads everything at once', async () => {
  const calls = serve(inbox([notification(5)], 1));
  show(InboxPage ? <InboxPage /> : null, { member: ada, at: '/inbox', path: '/inbox' });
  await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() =>
    expect(calls.find(({ operation }) => operation.startsWith('POST'))?.body).toEqual({}),
  );
});

it('says so when there is nothing', async () => {
  serve(inbox([], 0));
  show(InboxPage ? <InboxPage /> : null, { member: ada, at: '/inbox', path: '/inbox' });
  expect(await screen.findByText('Nothing yet')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull();
});

it('shows in the header how much is unread, and nothing to guests', async () => {
  serve(inbox([notification(5)], 2));
  const Bell = nav.find(({ order }) => order === 15)?.Item;
  show(Bell ? <Bell /> : null, { member: ada });
  expect(await screen.findByRole('link', { name: /Inbox.*2 unread/ })).toHaveAttribute(
    'href',
    '/inbox',
  );
});

it('follows and mutes a topic, and reads what the inbox has about it', async () => {
  const calls = serve({
    ...inbox([notification(5), notification(6, { topic: { id: 9, title: 'Another' } })], 2),
    'GET /api/topic/3': () => json(topic()),
    'PUT /api/topic/3/watch': () => json({ level: 'muted' }),
  });
  show(TopicPage ? <TopicPage /> : null, { member: ada, at: '/topic/3', path: '/topic/:id' });
  const choice = await screen.findByRole('combobox', { name: 'Follow this topic' });
  expect(choice).toHaveValue('normal');
  await userEvent.selectOptions(choice, 'Muted');
  expect(choice).toHaveValue('muted');
  const sent = (operation: string) => calls.find((call) => call.operation === operation)?.body;
  await waitFor(() => expect(sent('PUT /api/topic/3/watch')).toEqual({ level: 'muted' }));
  await waitFor(() => expect(sent('POST /api/notifications/read')).toEqual({ ids: [5] }));
});
