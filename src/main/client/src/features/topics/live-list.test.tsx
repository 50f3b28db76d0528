import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TopicSummary } from '@/lib/api/types';
import { live, type LiveEvent } from '@/lib/live/live';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, serve } from '@/test/server';
import { TopicList } from './TopicList';

const author = { id: ada.id, username: ada.username, image: null };
const at = (minute: number) => `2026-01-02T03:${String(minute).padStart(2, '0')}:00Z`;

const summary = (id: number, more: Partial<TopicSummary> = {}): TopicSummary => ({
  id,
  title: `Topic ${id}`,
  board: { id: 1, title: 'Discussion' },
  author,
  replyCount: 0,
  views: 1,
  createdAt: at(id),
  lastReply: null,
  pinned: 'no',
  locked: false,
  ...more,
});
const bumped = (id: number, minute: number) =>
  summary(id, { replyCount: 1, lastReply: { author, createdAt: at(minute) } });

const listens = vi.fn();
let tell: (event: LiveEvent) => void;
let connected: () => void;
let items: TopicSummary[];

function serveList() {
  const list = ({ url }: { url: URL }) =>
    json({ items, page: Number(url.searchParams.get('page')), pageSize: 20, total: 40 });
  return serve({ 'GET /api/index': list });
}

async function open(address = '/', board?: number) {
  show(board === undefined ? <TopicList /> : <TopicList board={board} />, { at: address });
  await screen.findByRole('link', { name: 'Topic 2' });
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
const offer = (name = '1 new or updated topic') => screen.queryByRole('button', { name });

beforeEach(() => {
  listens.mockReset();
  items = [summary(2), summary(1)];
  vi.spyOn(live, 'listen').mockImplementation((address, onEvent, onConnected) => {
    listens(address);
    tell = (event) => act(() => onEvent(event));
    connected = () => act(() => onConnected?.());
    return () => undefined;
  });
});

it('offers new and updated topics, and shows them when asked to', async () => {
  serveList();
  await open();
  tell({ type: 'topicAdded', topic: summary(3) });
  tell({ type: 'topicBumped', topic: bumped(1, 9) });
  tell({ type: 'topicBumped', topic: bumped(1, 10) });
  expect(titles()).toEqual(['Topic 2', 'Topic 1']);
  items = [bumped(1, 10), summary(3), summary(2)];
  await userEvent.click(screen.getByRole('button', { name: '2 new or updated topics' }));
  await waitFor(() => expect(titles()).toEqual(['Topic 1', 'Topic 3', 'Topic 2']));
  expect(screen.getByRole('link', { name: 'Topic 1' }).closest('ol')).toHaveFocus();
  expect(screen.queryByRole('button')).toBeNull();
});

it('shows at once what changes nothing’s place', async () => {
  serveList();
  await open();
  tell({ type: 'topicBumped', topic: bumped(2, 9) });
  expect(await screen.findByText('1 reply')).toBeInTheDocument();
  tell({ type: 'topicChanged', topic: summary(1, { title: 'On steam' }) });
  expect(await screen.findByRole('link', { name: 'On steam' })).toBeVisible();
  tell({ type: 'topicDeleted', topicId: 1 });
  await waitFor(() => expect(titles()).toEqual(['Topic 2']));
  expect(offer()).toBeNull();
});

it('offers nothing of another board, and nothing that was deleted again', async () => {
  serveList();
  await open('/board/questions', 1);
  tell({ type: 'topicAdded', topic: summary(3, { board: { id: 2, title: 'Questions' } }) });
  expect(offer()).toBeNull();
  tell({ type: 'topicAdded', topic: summary(4) });
  expect(offer()).toBeVisible();
  tell({ type: 'topicDeleted', topicId: 4 });
  expect(offer()).toBeNull();
});

it('fetches what it missed', async () => {
  serveList();
  await open();
  items = [summary(3), summary(2)];
  connected();
  await waitFor(() => expect(titles()).toEqual(['Topic 3', 'Topic 2']));
});

it('leaves the other pages as they are', async () => {
  serveList();
  await open('/?page=2');
  expect(listens).not.toHaveBeenCalled();
});
