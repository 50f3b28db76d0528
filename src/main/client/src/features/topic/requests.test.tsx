import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { CurrentUser, Reply } from '@/lib/api/types';
import { pagesOf } from '@/lib/entities/topic';
import { live, type LiveEvent } from '@/lib/live/live';
import { show } from '@/test/render';
import { ada, bob, reply, topic } from '@/test/samples';
import { json, serve } from '@/test/server';
import TopicPage from './TopicPage';

let tell: (event: LiveEvent) => void;

beforeAll(() => Promise.all([import('./EditForm'), import('./ReplyForm'), import('./DeletePost')]));

beforeEach(() => {
  vi.spyOn(live, 'listen').mockImplementation((_, onEvent) => {
    tell = (event) => act(() => onEvent(event));
    return () => undefined;
  });
});

afterEach(() => vi.useRealTimers());

const page = (
  items: readonly Reply[],
  more: { page?: number; pageSize?: number; total?: number },
) =>
  topic({
    replyCount: more.total ?? items.length,
    replies: { items: [...items], page: 1, pageSize: 20, total: items.length, ...more },
  });

/** Opens the topic, whose server answers so; tells how often the topic has been fetched. */
async function open(
  first: ReturnType<typeof topic>,
  answers: Parameters<typeof serve>[0] = {},
  member: CurrentUser | null = ada,
) {
  const calls = serve({ 'GET /api/topic/3': () => json(first), ...answers });
  const view = show(<TopicPage />, { at: '/topic/3', path: '/topic/:id', member });
  await screen.findByRole('heading', { level: 1 });
  const fetched = () => calls.filter(({ operation }) => operation === 'GET /api/topic/3').length;
  expect(fetched()).toBe(1);
  return { ...view, calls, fetched };
}

async function write(text: string) {
  await userEvent.type(await screen.findByLabelText('Your reply'), text);
  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
}

const article = (floor: number, name = 'ada') =>
  screen.findByRole('article', { name: `Reply ${floor} by ${name}` });

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

const deleted = (floor: number, replyCount: number): LiveEvent => ({
  type: 'replyDeleted',
  topicId: 3,
  replyId: 100 + floor,
  floor,
  replyCount,
});

it('shows a reply that was just written without fetching it', async () => {
  const { fetched } = await open(topic(), { 'POST /api/reply/add': () => json(reply(3), 201) });
  await write('hello');
  const post = await article(3);
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('?floor=3'));
  await waitFor(() => expect(post.closest('li')).toHaveFocus());
  expect(within(post).getByRole('button', { name: 'Edit' })).toBeVisible();
  expect(screen.getByRole('heading', { name: '3 replies' })).toBeVisible();
  tell({
    type: 'replyAdded',
    topicId: 3,
    replyId: 103,
    floor: 3,
    replyCount: 3,
    reply: reply(3, { permissions: { edit: false, delete: false } }),
  });
  expect(within(post).getByRole('button', { name: 'Edit' })).toBeVisible();
  expect(fetched()).toBe(1);
});

it('shows the page that a reply begins without fetching it', async () => {
  const full = page([reply(1), reply(2)], { pageSize: 2 });
  const { fetched } = await open(full, { 'POST /api/reply/add': () => json(reply(3), 201) });
  await write('hello');
  await article(3);
  expect(screen.queryByRole('article', { name: 'Reply 2 by ada' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page');
  expect(fetched()).toBe(1);
});

it('fetches the last page where it is not known', async () => {
  const first = page([reply(1), reply(2)], { pageSize: 2, total: 4 });
  const last = page([reply(5)], { page: 3, pageSize: 2, total: 5 });
  const { fetched } = await open(first, {
    'GET /api/topic/3': ({ url }) => json(url.searchParams.has('floor') ? last : first),
    'POST /api/reply/add': () => json(reply(5), 201),
  });
  await write('hello');
  await article(5);
  expect(fetched()).toBe(2);
});

it('shows an edited reply and an edited topic without fetching them', async () => {
  const { fetched } = await open(topic(), {
    'PUT /api/reply/101': () => json(reply(1, { html: '<p>better</p>', version: 2 })),
    'PUT /api/topic/3': () => json(topic({ title: 'On steam', version: 2 })),
  });
  for (const [index, shown] of [
    [1, 'better'],
    [0, 'On steam'],
  ] as const) {
    const edit = screen.getAllByRole('button', { name: 'Edit' })[index];
    if (edit) await userEvent.click(edit);
    const [text] = await screen.findAllByRole('textbox', { name: 'Text' });
    if (text) await userEvent.type(text, '!');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(shown)).toBeVisible();
  }
  expect(fetched()).toBe(1);
});

it('takes a deleted reply away without fetching the others', async () => {
  const { fetched } = await open(topic(), {
    'DELETE /api/reply/102': () => new Response(null, { status: 204 }),
  });
  const post = await article(2);
  await userEvent.click(within(post).getByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(post).not.toBeInTheDocument());
  tell(deleted(2, 1));
  expect(screen.getByRole('heading', { name: '1 reply' })).toBeVisible();
  expect(fetched()).toBe(1);
});

it('takes a reply away that was deleted elsewhere, without fetching anything', async () => {
  const { fetched } = await open(topic(), {}, null);
  vi.useFakeTimers();
  tell(deleted(1, 1));
  await pass(0);
  expect(screen.queryByRole('article', { name: 'Reply 1 by ada' })).toBeNull();
  expect(screen.getByRole('heading', { name: '1 reply' })).toBeVisible();
  await pass(20_000);
  expect(fetched()).toBe(1);
});

it('fetches what moves up from the next page once, at a random time', async () => {
  const { fetched } = await open(page([reply(1), reply(2)], { pageSize: 2, total: 5 }), {}, null);
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.7);
  tell(deleted(1, 4));
  await pass(0);
  expect(screen.queryByRole('article', { name: 'Reply 1 by ada' })).toBeNull();
  await pass(3_000);
  tell(deleted(4, 3));
  await pass(3_900);
  expect(fetched()).toBe(1);
  await pass(200);
  expect(fetched()).toBe(2);
  await pass(20_000);
  expect(fetched()).toBe(2);
});

it('does not fetch for a reader who has left, and fetches again when they are back', async () => {
  const { fetched, unmount, queries } = await open(
    page([reply(1), reply(2)], { pageSize: 2, total: 3 }),
  );
  tell(deleted(1, 2));
  unmount();
  expect(fetched()).toBe(1);
  expect(queries.getQueryCache().findAll({ ...pagesOf(3), stale: true })).toHaveLength(1);
});

it('asks what a member may do with a reply that an event told when they turn to it', async () => {
  const told = reply(3, { author: bob, permissions: { edit: false, delete: false } });
  const { fetched } = await open(topic());
  tell({ type: 'replyAdded', topicId: 3, replyId: 103, floor: 3, replyCount: 3, reply: told });
  const post = await article(3, 'bob');
  expect(within(post).queryByRole('button', { name: 'Delete' })).toBeNull();
  expect(fetched()).toBe(1);
  serve({
    'GET /api/topic/3': () =>
      json(page([reply(1), reply(2), reply(3, { author: bob })], { total: 3 })),
  });
  await userEvent.hover(post);
  expect(await within(post).findByRole('button', { name: 'Delete' })).toBeVisible();
});
