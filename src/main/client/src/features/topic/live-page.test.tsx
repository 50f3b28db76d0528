import type { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { topicQuery } from '@/lib/entities/topic';
import { live, type LiveEvent } from '@/lib/live/live';
import { show } from '@/test/render';
import { ada, reply, topic } from '@/test/samples';
import { json, serve } from '@/test/server';
import TopicPage from './TopicPage';

const bob = { id: 8, username: 'bob', image: null };
let listen: MockInstance<typeof live.listen>;
let tell: (event: LiveEvent) => void;
let connected: () => void;

const added = (floor: number, author = bob): LiveEvent => ({
  type: 'replyAdded',
  topicId: 3,
  replyId: 100 + floor,
  floor,
  replyCount: floor,
  reply: reply(floor, { author }),
});

async function open(at = '/topic/3') {
  const view = show(<TopicPage />, { at, path: '/topic/:id', member: ada });
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(listen).toHaveBeenCalled());
  return view;
}

const cached = (queries: QueryClient) =>
  queries.getQueryData(topicQuery(3, { page: 1 }).queryKey)?.replies.items;

beforeEach(() => {
  listen = vi.spyOn(live, 'listen').mockImplementation((address, onEvent, onConnected) => {
    expect(address).toBe('topic.3');
    tell = (event) => act(() => onEvent(event));
    connected = () => act(() => onConnected?.());
    return () => undefined;
  });
});

it('shows a reply as it comes, says so, and offers to go there', async () => {
  let page = topic();
  serve({ 'GET /api/topic/3': () => json(page) });
  await open();
  const items = [reply(1), reply(2), reply(3, { author: bob })];
  page = topic({ replyCount: 3, replies: { items, page: 1, pageSize: 20, total: 3 } });
  tell(added(3));
  const post = await screen.findByRole('article', { name: 'Reply 3 by bob' });
  expect(screen.getByText('New reply 3 by bob')).toHaveAttribute('role', 'status');
  await userEvent.click(screen.getByRole('button', { name: '1 new reply' }));
  expect(post.closest('li')).toHaveFocus();
});

it('says that a reply was deleted, in words', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  await open();
  tell({ type: 'replyDeleted', topicId: 3, replyId: 102, floor: 2, replyCount: 1 });
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Reply 2 by ada' })).toBeNull());
  expect(screen.getByText('Reply 2 was deleted.')).toHaveAttribute('role', 'status');
});

it('offers nothing to do with a topic that was deleted, to its author either', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  await open();
  const post = screen.getByRole('article', { name: 'Opening post' });
  expect(within(post).getByRole('button', { name: 'Edit' })).toBeVisible();
  await userEvent.type(await screen.findByLabelText('Your reply'), 'unsent');
  tell({ type: 'topicDeleted', topicId: 3 });
  expect(await screen.findByText('This topic was deleted.')).toHaveAttribute('role', 'alert');
  for (const article of screen.getAllByRole('article')) {
    expect(within(article).queryByRole('button')).toBeNull();
  }
  expect(screen.getByLabelText('Your reply')).toHaveValue('unsent');
});

it('does not offer one’s own reply', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  await open();
  tell(added(3, { id: ada.id, username: ada.username, image: null }));
  expect(await screen.findByRole('article', { name: 'Reply 3 by ada' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '1 new reply' })).toBeNull();
});

it('leads to another page where the new reply is', async () => {
  const full = { items: [reply(1), reply(2)], page: 1, pageSize: 2, total: 2 };
  serve({ 'GET /api/topic/3': () => json(topic({ replies: full })) });
  await open();
  tell(added(3));
  expect(screen.queryByRole('article', { name: 'Reply 3 by bob' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '1 new reply' }));
  expect(screen.getByTestId('address')).toHaveTextContent('/topic/3?floor=3');
});

it('fetches what it missed, and counts it as new', async () => {
  let page = topic();
  serve({ 'GET /api/topic/3': () => json(page) });
  await open();
  const items = [reply(1), reply(2), reply(3, { author: bob }), reply(4, { author: bob })];
  page = topic({ replyCount: 4, replies: { items, page: 1, pageSize: 20, total: 4 } });
  connected();
  expect(await screen.findByRole('button', { name: '2 new replies' })).toBeVisible();
  expect(screen.getByRole('article', { name: 'Reply 4 by bob' })).toBeVisible();
});

it('keeps what is being written in a reply that somebody edits', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  const { queries } = await open();
  await userEvent.click(screen.getAllByRole('button', { name: 'Edit' })[1] ?? document.body);
  const input = await screen.findByLabelText('Text');
  await userEvent.type(input, ' and mine');
  const theirs = reply(1, { content: 'theirs', html: '<p>theirs</p>', version: 2 });
  tell({ ...added(1), type: 'replyEdited', replyCount: 2, reply: theirs });
  await waitFor(() => expect(cached(queries)).toContainEqual(theirs));
  expect(input).toHaveValue('Reply **1** and mine');
});

it('keeps what is being written in a reply that somebody deletes', async () => {
  let page = topic();
  serve({ 'GET /api/topic/3': () => json(page) });
  await open();
  await userEvent.click(screen.getAllByRole('button', { name: 'Edit' })[1] ?? document.body);
  const input = await screen.findByLabelText('Text');
  await userEvent.type(input, ' and mine');
  page = topic({
    replyCount: 1,
    replies: { items: [reply(2)], page: 1, pageSize: 20, total: 1 },
  });
  tell({ type: 'replyDeleted', topicId: 3, replyId: 101, floor: 1, replyCount: 1 });
  expect(await screen.findByText(/was deleted while you were editing/)).toBeVisible();
  expect(input).toHaveValue('Reply **1** and mine');
  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }));
  expect(screen.queryByRole('article', { name: 'Reply 1 by ada' })).toBeNull();
});

it('says when the topic is deleted, and leaves what is read', async () => {
  serve({ 'GET /api/topic/3': () => json(topic()) });
  await open();
  tell({ type: 'topicDeleted', topicId: 3 });
  expect(screen.getByRole('alert')).toHaveTextContent('This topic was deleted.');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('On engines');
});
