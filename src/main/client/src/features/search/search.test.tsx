import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { SearchHit } from '@/lib/api/types';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import { Marked } from './Marked';
import { SearchField } from './SearchField';
import SearchPage from './SearchPage';
import { changed, titlesOnly, wantedOf } from './wanted';

const author = { id: ada.id, username: ada.username, image: null };
const topic = {
  id: 3,
  title: 'On <engines>',
  board: { id: 1, title: 'Discussion' },
  author,
  replyCount: 2,
  views: 12,
  createdAt: '2026-01-02T03:04:05Z',
  lastReply: null,
  pinned: 'no' as const,
  locked: false,
  likes: 0,
};
const hit: SearchHit = {
  type: 'reply',
  topic,
  reply: { id: 9, topicId: 3, floor: 14, author, createdAt: topic.createdAt },
  member: null,
  message: null,
  title: 'On &lt;engines&gt;',
  snippet: 'the <mark>engine</mark> &amp; more',
  createdAt: topic.createdAt,
};
const page = (items: SearchHit[], more = {}) => ({
  items,
  page: 1,
  pageSize: 20,
  total: items.length,
  tookMs: 3,
  exact: true,
  complete: true,
  similar: false,
  ...more,
});

const suggestions = {
  items: [
    { type: 'topic', topic, member: null, board: null, title: 'On &lt;<mark>eng</mark>ines&gt;' },
    { type: 'member', topic: null, member: author, board: null, title: 'ada' },
  ],
  page: 1,
  pageSize: 2,
  total: 2,
};

it('shows what is marked, and nothing of a text as an element', () => {
  const html = '&lt;b&gt; <mark>a &amp;lt;</mark> &quot;c&quot;';
  const { container } = show(<Marked html={html} />);
  expect(container.querySelector('mark')).toHaveTextContent('a &lt;');
  expect(container.textContent).toContain('<b> a &lt; "c"');
  expect(container.querySelector('b')).toBeNull();
});

it('suggests while somebody types, and goes where the arrows lead', async () => {
  serve({ 'GET /api/search/suggest': () => json(suggestions) });
  show(<SearchField />);
  const user = userEvent.setup();
  const field = screen.getByRole('combobox', { name: 'Search' });
  await user.type(field, 'eng');
  const list = await screen.findByRole('listbox', { name: 'Suggestions' });
  await within(list).findByRole('option', { name: /On <engines>/ });
  expect(field).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const member = within(list).getByRole('option', { name: 'ada' });
  expect(field).toHaveAttribute('aria-activedescendant', member.id);
  expect(member).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('address')).toHaveTextContent('/user/7');
});

it('searches for what was typed, and closes with Escape', async () => {
  serve({ 'GET /api/search/suggest': () => json(suggestions) });
  show(<SearchField />);
  const user = userEvent.setup();
  const field = screen.getByRole('combobox', { name: 'Search' });
  await user.type(field, 'steam engine');
  await user.keyboard('{Escape}');
  expect(field).toHaveAttribute('aria-expanded', 'false');
  expect(field).toHaveValue('steam engine');
  await user.keyboard('{Enter}');
  expect(screen.getByTestId('address')).toHaveTextContent('/search?q=steam%20engine');
});

it('shows what the address asks for', async () => {
  const calls = serve({ 'GET /api/search': () => json(page([hit])) });
  show(<SearchPage />, { at: '/search?q=engine&board=1&sort=newest&page=2', path: '/search' });
  const link = await screen.findByRole('link', { name: 'On <engines>' });
  expect(link).toHaveAttribute('href', '/topic/3?floor=14');
  expect(screen.getByText('engine')).toBeInstanceOf(HTMLElement);
  expect(screen.getByText('1 result')).toBeVisible();
  const call = calls.find(({ operation }) => operation === 'GET /api/search');
  expect(call?.url.search).toBe('?q=engine&board=1&sort=newest&page=2');
});

it('says that nothing, or only something similar, was found', async () => {
  serve({ 'GET /api/search': () => json(page([])) });
  show(<SearchPage />, { at: '/search?q=xyz', path: '/search' });
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeVisible();
});

it('tells of similar and missing results', async () => {
  const found = page([hit], { similar: true, complete: false, exact: false, total: 5000 });
  serve({ 'GET /api/search': () => json(found) });
  show(<SearchPage />, { at: '/search?q=engin', path: '/search' });
  const status = await screen.findByText(/More than 5,000 results/);
  expect(status).toHaveTextContent('Nothing matches exactly; these are similar.');
  expect(status).toHaveTextContent('Some results may be missing at the moment.');
});

it('offers to try again after a failure', async () => {
  serve({ 'GET /api/search': () => problem(422) });
  show(<SearchPage />, { at: '/search?q=engine', path: '/search' });
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
});

it('shows the tab of messages to members only', async () => {
  serve({ 'GET /api/search': () => json(page([])) });
  const { unmount } = show(<SearchPage />, { at: '/search?q=x', path: '/search' });
  expect(screen.queryByRole('link', { name: 'My messages' })).toBeNull();
  unmount();
  show(<SearchPage />, { at: '/search?q=x&page=3', path: '/search', member: ada });
  const tab = screen.getByRole('link', { name: 'My messages' });
  expect(tab).toHaveAttribute('href', '/search?q=x&in=messages');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Titles only' }));
  expect(screen.getByTestId('address')).toHaveTextContent('/search?q=x+in%3Atitle');
});

it('keeps in an address only what was chosen', () => {
  expect(wantedOf(new URLSearchParams('q=a&in=all&page=x&sort=old'))).toEqual({ q: 'a' });
  expect(changed(new URLSearchParams('q=a&page=4&board=1'), 'board', '').toString()).toBe('q=a');
  expect(titlesOnly('a in:title b', false)).toBe('a b');
});
