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
  await userEvent.type(input(), '!');
  await send();
  await waitFor(() => expect(keys).toHaveLength(3));
  expect(keys[2]).not.toBe(keys[0]);
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
