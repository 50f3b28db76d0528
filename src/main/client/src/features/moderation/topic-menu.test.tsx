import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { Notices } from '@/components/notice/Notices';
import { show } from '@/test/render';
import { ada, topic } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import { TopicModeration } from './TopicModeration';

beforeAll(() => Promise.all([import('./TopicMenu'), import('@/components/menu/MenuPopup')]));

const mine = topic().permissions;
const moderated = (more = {}) => topic({ permissions: { ...mine, moderate: true }, ...more });
const state = { pinned: 'no', locked: true, hidden: false };

function open(of = moderated()) {
  show(
    <main>
      <TopicModeration topic={of} />
      <Notices />
    </main>,
    { member: ada },
  );
}

it('is not there for those who do not moderate the topic', () => {
  serve({});
  open(topic());
  expect(screen.queryByRole('button')).toBeNull();
});

it('locks with a reason, and takes it back', async () => {
  const calls = serve({ 'PUT /api/topic/3/state': () => json(state) });
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Moderate this topic' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Lock' }));
  await userEvent.type(await screen.findByLabelText('Reason'), 'Settled ');
  await userEvent.click(screen.getByRole('button', { name: 'Lock' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(
      calls.filter(({ operation }) => operation.startsWith('PUT')).map(({ body }) => body),
    ).toEqual([{ locked: true, reason: 'Settled' }, { locked: false }]),
  );
});

it('pins by the keyboard', async () => {
  const calls = serve({ 'PUT /api/topic/3/state': () => json(state) });
  open();
  (await screen.findByRole('button', { name: 'Moderate this topic' })).focus();
  await userEvent.keyboard('{ArrowDown}');
  const choice = await screen.findByRole('menuitemradio', { name: 'In its board' });
  choice.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(calls.find(({ operation }) => operation.startsWith('PUT'))?.body).toEqual({
      pinned: 'board',
    }),
  );
});

it('says that the topic is hidden, and shows it again', async () => {
  const calls = serve({ 'PUT /api/topic/3/state': () => json(state) });
  open(moderated({ state: 'hidden' }));
  expect(await screen.findByText('Hidden')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Moderate this topic' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Show again' }));
  await waitFor(() =>
    expect(calls.find(({ operation }) => operation.startsWith('PUT'))?.body).toEqual({
      hidden: false,
    }),
  );
});

it('says why it did not work', async () => {
  serve({ 'PUT /api/topic/3/state': () => problem(403) });
  open(moderated({ locked: true }));
  await userEvent.click(await screen.findByRole('button', { name: 'Moderate this topic' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Unlock' }));
  expect(await screen.findByText(/You do not have perm/)).toBeVisible();
});

it('splits the chosen replies, and says what is missing', async () => {
  const calls = serve({
    'POST /api/topic/3/split': () => json({ topicId: 9 }, 201),
    'GET /api/topic/boards': () => json({ items: [], page: 1, pageSize: 1, total: 0 }),
  });
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Moderate this topic' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Split' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Split' }));
  expect(screen.getByText('Choose at least one reply.')).toBeVisible();
  expect(screen.getByText('Enter a title.')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /#2/ }));
  await userEvent.type(screen.getByLabelText('Title of the new topic'), 'Another');
  await userEvent.click(screen.getByRole('button', { name: 'Split' }));
  await waitFor(() => expect(screen.getByTestId('address')).toHaveTextContent('/topic/9'));
  expect(calls.find(({ operation }) => operation.endsWith('split'))?.body).toEqual({
    replyIds: [102],
    title: 'Another',
    boardId: 1,
    reason: '',
  });
});
