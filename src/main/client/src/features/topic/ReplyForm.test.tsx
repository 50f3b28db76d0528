import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { readDraft } from '@/lib/drafts';
import { show } from '@/test/render';
import { ada, reply } from '@/test/samples';
import { json, problem, serve, unreachableServer } from '@/test/server';
import ReplyForm from './ReplyForm';

const input = () => screen.getByLabelText('Your reply');
const send = () => userEvent.click(screen.getByRole('button', { name: 'Reply' }));
const showForm = () => show(<ReplyForm topicId={3} author={ada} />, { member: ada });

it('posts, forgets the draft and goes to the new floor', async () => {
  const calls = serve({ 'POST /api/reply/add': () => json(reply(12), 201) });
  showForm();
  await userEvent.type(input(), 'hello');
  await send();
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/topic/3?floor=12'));
  const sent = calls.find(({ operation }) => operation === 'POST /api/reply/add');
  expect(sent?.body).toEqual({ topicId: 3, content: 'hello' });
  expect(readDraft('7.reply-to.3')).toBeUndefined();
});

it('sends the same key again after an answer that was lost, even over a reload', async () => {
  const keys: (string | null)[] = [];
  const lost = {
    'POST /api/reply/add': (call: { headers: Headers }) => {
      keys.push(call.headers.get('Idempotency-Key'));
      return unreachableServer(call as never);
    },
  };
  serve(lost);
  const first = showForm();
  await userEvent.type(input(), 'hello');
  await send();
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  first.unmount();
  showForm();
  expect(input()).toHaveValue('hello');
  await send();
  await screen.findByRole('alert');
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

it('changes what was posted when the text was changed after its answer was lost', async () => {
  let isLost = true;
  const calls = serve({
    'POST /api/reply/add': (call) => (isLost ? unreachableServer(call) : json(reply(12), 201)),
    'PUT /api/reply/112': () => json(reply(12)),
  });
  showForm();
  await userEvent.type(input(), 'hello');
  await send();
  await screen.findByRole('alert');
  await userEvent.type(input(), '!');
  isLost = false;
  await send();
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/topic/3?floor=12'));
  const posts = calls.filter(({ operation }) => operation === 'POST /api/reply/add');
  expect(posts.map(({ body }) => body)).toEqual(
    posts.map(() => ({ topicId: 3, content: 'hello' })),
  );
  expect(new Set(posts.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
  expect(calls.at(-1)?.body).toEqual({ content: 'hello!', version: 1 });
});

it('sends by itself what found no answer, also over a reload', async () => {
  let isAway = true;
  const calls = serve({
    'POST /api/reply/add': () => (isAway ? problem(503) : json(reply(12), 201)),
  });
  const first = showForm();
  await userEvent.type(input(), 'hello');
  await send();
  expect(await screen.findByRole('alert')).toHaveTextContent('sent by itself');
  first.unmount();
  isAway = false;
  showForm();
  await waitFor(
    () => expect(screen.getByTestId('address')).toHaveTextContent('/topic/3?floor=12'),
    { timeout: 5_000 },
  );
  const posts = calls.filter(({ operation }) => operation === 'POST /api/reply/add');
  expect(new Set(posts.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
  expect(readDraft('7.reply-to.3')).toBeUndefined();
});

it('sends nothing by itself once the text was changed', async () => {
  const calls = serve({ 'POST /api/reply/add': unreachableServer });
  showForm();
  await userEvent.type(input(), 'hello');
  await send();
  await screen.findByRole('alert');
  await userEvent.type(input(), '!');
  await waitFor(() => expect(screen.getByRole('alert')).not.toHaveTextContent('sent by itself'));
  const posts = calls.filter(({ operation }) => operation === 'POST /api/reply/add');
  expect(posts.every(({ body }) => (body as { content: string }).content === 'hello')).toBe(true);
});

it('keeps what was typed when the session has ended', async () => {
  serve({ 'POST /api/reply/add': () => problem(401) });
  showForm();
  await userEvent.type(input(), 'hello');
  await send();
  expect(await screen.findByRole('alert')).toHaveTextContent('Sign in to continue');
  expect(input()).toHaveValue('hello');
  expect(readDraft('7.reply-to.3')?.content).toBe('hello');
});

it('shows what the server finds wrong with the text at the text', async () => {
  const errors = [{ field: 'content', code: 'too-long', message: 'At most 50,000 characters.' }];
  serve({ 'POST /api/reply/add': () => problem(422, { errors }) });
  showForm();
  await userEvent.type(input(), 'hello');
  await send();
  expect(await screen.findByText('At most 50,000 characters.')).toBeVisible();
  expect(input()).toBeInvalid();
});
