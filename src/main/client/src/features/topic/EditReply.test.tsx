import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it, vi } from 'vitest';
import { readDraft } from '@/lib/drafts';
import { show } from '@/test/render';
import { ada, reply, topic } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import { EditReply } from './EditReply';

const theirs = reply(1, { content: 'theirs', version: 4 });
const changedTopic = () =>
  json(topic({ replies: { items: [theirs], page: 1, pageSize: 20, total: 1 } }));

// Loaded on demand; the first time takes longer than a test waits for what is drawn.
beforeAll(() => import('./EditForm'));

async function editTo(text: string) {
  const input = await screen.findByRole('textbox');
  await userEvent.clear(input);
  await userEvent.type(input, text);
  return input;
}

it('saves on top of the version that was edited', async () => {
  const calls = serve({ 'PUT /api/reply/101': () => json(reply(1, { version: 2 })) });
  const done = vi.fn();
  show(<EditReply reply={reply(1)} onDone={done} />, { member: ada });
  await editTo('better');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  const saved = calls.find(({ operation }) => operation === 'PUT /api/reply/101');
  expect(saved?.body).toEqual({ content: 'better', version: 1 });
});

it('shows both texts when somebody was quicker, and overwrites only when told to', async () => {
  const sent: unknown[] = [];
  serve({
    'GET /api/topic/3': changedTopic,
    'PUT /api/reply/101': ({ body }) => {
      sent.push(body);
      return sent.length === 1 ? problem(409) : json(reply(1, { version: 5 }));
    },
  });
  const done = vi.fn();
  show(<EditReply reply={reply(1)} onDone={done} />, { member: ada });
  const input = await editTo('mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('region', { name: 'Current version' })).toHaveTextContent(
    'theirs',
  );
  expect(screen.getByRole('region', { name: 'Your version' })).toHaveTextContent('mine');
  expect(input).toHaveValue('mine');
  expect(done).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Overwrite with my version' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    { content: 'mine', version: 1 },
    { content: 'mine', version: 4 },
  ]);
});

it('notices a change by somebody else also after a reload, and lets the writer choose', async () => {
  const sent: unknown[] = [];
  serve({
    'PUT /api/reply/101': ({ body }) => {
      sent.push(body);
      return json(reply(1, { content: 'mine', version: 5 }));
    },
  });
  const first = show(<EditReply reply={reply(1)} onDone={vi.fn()} />, { member: ada });
  await editTo('mine');
  first.unmount();
  show(<EditReply reply={theirs} onDone={vi.fn()} />, { member: ada });
  expect(await screen.findByRole('textbox')).toHaveValue('mine');
  expect(screen.getByRole('region', { name: 'Current version' })).toHaveTextContent('theirs');
  expect(screen.getByText('Draft restored.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Overwrite with my version' }));
  await waitFor(() => expect(sent).toEqual([{ content: 'mine', version: 4 }]));
});

it('asks nothing of the server where nothing was changed', async () => {
  const calls = serve({});
  const done = vi.fn();
  show(<EditReply reply={reply(1)} onDone={done} />, { member: ada });
  const input = await screen.findByRole('textbox');
  await userEvent.type(input, ' and back{Backspace>9}{/Backspace}');
  expect(input).toHaveValue(reply(1).content);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(calls.filter(({ operation }) => operation.startsWith('PUT'))).toEqual([]);
  expect(readDraft('7.reply.101')).toBeUndefined();
});

it('takes a text that is stored already for saved: its answer was lost', async () => {
  const stored = reply(1, { content: 'mine', version: 2 });
  serve({
    'PUT /api/reply/101': () => problem(409),
    'GET /api/topic/3': () =>
      json(topic({ replies: { items: [stored], page: 1, pageSize: 20, total: 1 } })),
  });
  const done = vi.fn();
  show(<EditReply reply={reply(1)} onDone={done} />, { member: ada });
  await editTo('mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
});

it('keeps what is typed while it is being saved, to be saved on top of that', async () => {
  const sent: unknown[] = [];
  const answers: (() => void)[] = [];
  serve({
    'PUT /api/reply/101': async ({ body }) => {
      sent.push(body);
      await new Promise<void>((resolve) => answers.push(resolve));
      return json(reply(1, { ...(body as { content: string }), version: 1 + sent.length }));
    },
  });
  const done = vi.fn();
  show(<EditReply reply={reply(1)} onDone={done} />, { member: ada });
  const input = await editTo('mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.type(input, ' and more');
  answers.shift()?.();
  expect(await screen.findByText(/What you have typed since then/)).toBeVisible();
  expect(done).not.toHaveBeenCalled();
  expect(input).toHaveValue('mine and more');
  expect(readDraft('7.reply.101')).toMatchObject({ content: 'mine and more', version: 2 });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(answers).toHaveLength(1));
  answers.shift()?.();
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    { content: 'mine', version: 1 },
    { content: 'mine and more', version: 2 },
  ]);
});

it('says what is missing at the field, and goes there', async () => {
  const calls = serve({});
  show(<EditReply reply={reply(1)} onDone={vi.fn()} />, { member: ada });
  const input = await screen.findByRole('textbox');
  await userEvent.clear(input);
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(input).toHaveFocus();
  expect(input).toBeInvalid();
  expect(input).toHaveAccessibleDescription(/Write something first/);
  expect(calls.filter(({ operation }) => operation.startsWith('PUT'))).toEqual([]);
});

it('forgets one’s own text when theirs is taken', async () => {
  serve({ 'PUT /api/reply/101': () => problem(409), 'GET /api/topic/3': changedTopic });
  show(<EditReply reply={reply(1)} onDone={vi.fn()} />, { member: ada });
  const input = await editTo('mine');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Use the current version' }));
  expect(input).toHaveValue('theirs');
  expect(screen.queryByRole('region', { name: 'Current version' })).toBeNull();
});
