import { screen, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { boardsQuery } from '@/lib/entities/board';
import { show } from '@/test/render';
import { ada, bob, topic } from '@/test/samples';
import { json, serve } from '@/test/server';
import { TopicRow } from './TopicRow';

const board = {
  id: 1,
  title: 'Discussion',
  slug: 'discussion',
  description: '',
  topicCount: 1,
  replyCount: 0,
};

beforeEach(() => {
  serve({
    'GET /api/topic/boards': () => json({ items: [board], page: 1, pageSize: 1, total: 1 }),
  });
});

it('shows no zero: without replies there is the author’s time alone', () => {
  show(<TopicRow topic={topic({ replyCount: 0, views: 0, lastReply: null })} withBoard />);
  const row = screen.getByRole('listitem');
  expect(row).not.toHaveTextContent(/\b0\b/);
  expect(row).not.toHaveTextContent(/repl|view/);
  expect(within(row).getAllByRole('link', { name: 'ada' })).toHaveLength(1);
  expect(row.querySelectorAll('time')).toHaveLength(1);
});

it('shows how many replies there are and who was last, and leaves views to the topic', () => {
  const lastReply = { author: bob, createdAt: '2026-01-03T03:04:05Z' };
  show(<TopicRow topic={topic({ replyCount: 7, views: 120, lastReply })} withBoard />);
  const row = screen.getByRole('listitem');
  expect(within(row).getByText('7 replies')).toBeInTheDocument();
  expect(row).not.toHaveTextContent(/120/);
  expect(within(row).getByRole('link', { name: 'bob' })).toHaveAttribute('href', '/user/8');
  expect(within(row).getByRole('link', { name: ada.username })).toBeInTheDocument();
});

it('links to its board, where that is not the page itself', async () => {
  const { queries, unmount } = show(<TopicRow topic={topic()} withBoard />);
  await queries.query(boardsQuery);
  expect(await screen.findByRole('link', { name: 'Discussion' })).toHaveAttribute(
    'href',
    '/board/discussion',
  );
  unmount();
  show(<TopicRow topic={topic()} withBoard={false} />);
  expect(screen.queryByText('Discussion')).toBeNull();
});
