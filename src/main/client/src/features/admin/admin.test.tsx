import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { adminMessages } from '@/lib/i18n/admin-messages';
import { addMessages } from '@/lib/i18n/i18n';
import { show } from '@/test/render';
import { ada } from '@/test/samples';
import { json, problem, serve } from '@/test/server';
import BoardsPanel from './BoardsPanel';
import type { AdminBoard, Mail } from './entities';
import MailsPanel from './MailsPanel';
import MembersPanel from './MembersPanel';

const page = <T,>(...items: T[]) => ({ items, page: 1, pageSize: 20, total: items.length });

const board = (id: number, more: Partial<AdminBoard> = {}): AdminBoard => ({
  id,
  position: id,
  title: `Board ${id}`,
  slug: `board-${id}`,
  description: '',
  colour: null,
  kind: 'discussion',
  parentId: null,
  archived: false,
  topicCount: 0,
  replyCount: 0,
  merging: null,
  ...more,
});

const mail = (id: number, state: Mail['state']): Mail => ({
  id,
  messageId: `${id}`,
  kind: 'mention',
  memberId: 7,
  recipient: `m${id}@example.org`,
  state,
  attempts: 3,
  lastError: 'Connection refused',
  createdAt: '2026-01-02T03:04:05Z',
  nextAttemptAt: null,
  sentAt: null,
});

beforeEach(() => addMessages(adminMessages));

it('puts a board back where the server refuses the order', async () => {
  const calls = serve({
    'GET /api/admin/boards': () => json(page(board(1), board(2))),
    'PUT /api/admin/boards/order': () => problem(409, { detail: 'The boards have changed.' }),
  });
  show(<BoardsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Move Board 2 up' }));
  expect(await screen.findByText('The boards have changed.')).toBeVisible();
  expect(calls.find(({ operation }) => operation.startsWith('PUT'))?.body).toEqual({ ids: [2, 1] });
  await waitFor(() =>
    expect(
      screen.getAllByRole('link', { name: /^Edit / }).map((link) => link.getAttribute('href')),
    ).toEqual(['/?board=1', '/?board=2']),
  );
});

it('says how far the topics of a board have been moved', async () => {
  serve({
    'GET /api/admin/boards': () =>
      json(page(board(1), board(2, { merging: { into: 1, total: 10, left: 4 } }))),
  });
  show(<BoardsPanel />);
  const progress = await screen.findByRole('progressbar', {
    name: 'Moving topics to Board 1: 6 of 10',
  });
  expect(progress).toHaveAttribute('value', '6');
  expect(screen.queryByRole('link', { name: 'Edit Board 2' })).toBeNull();
});

it('shows a refusal at the field that it is about', async () => {
  serve({
    'GET /api/admin/boards': () => json(page(board(1))),
    'GET /api/admin/boards/1/permissions': () => problem(503),
    'GET /api/admin/groups': () => json(page()),
    'PUT /api/admin/boards/1': () =>
      problem(422, {
        errors: [{ field: 'slug', code: 'taken', message: 'A board has this slug already.' }],
      }),
  });
  show(<BoardsPanel />, { at: '/?board=1' });
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A board has this slug already.')).toBeVisible();
  expect(screen.getByLabelText('Name in addresses')).toHaveFocus();
});

it('finds members by what the address says, and says when it cannot', async () => {
  const calls = serve({
    'GET /api/admin/groups': () => json(page()),
    'GET /api/admin/users': () => problem(403),
  });
  show(<MembersPanel member={ada} />, { at: '/?q=bo&role=moderator&state=nonsense&page=2' });
  expect(await screen.findByRole('heading', { name: 'Permission denied' })).toBeVisible();
  const asked = calls.find(({ operation }) => operation === 'GET /api/admin/users');
  expect(asked?.url.search).toBe('?page=2&query=bo&role=moderator');
});

it('sends only mails again that were not sent', async () => {
  const calls = serve({
    'GET /api/admin/mails': () => json(page(mail(1, 'failed'), mail(2, 'sent'))),
    'POST /api/admin/mails/1/retry': () => json(mail(1, 'queued')),
  });
  show(<MailsPanel />);
  const [failed, sent] = await screen.findAllByRole('listitem');
  expect(within(sent as HTMLElement).queryByRole('button')).toBeNull();
  expect(within(failed as HTMLElement).getByText('Connection refused')).toBeVisible();
  await userEvent.click(within(failed as HTMLElement).getByRole('button'));
  await waitFor(() =>
    expect(calls.filter(({ operation }) => operation === 'GET /api/admin/mails')).toHaveLength(2),
  );
});
