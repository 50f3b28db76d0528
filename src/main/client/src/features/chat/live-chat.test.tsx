import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { live, type LiveEvent } from '@/lib/live/live';
import { LiveHandlers, show } from '@/test/render';
import { ada, bob, contact, message, roomId } from '@/test/samples';
import { type Call, json, serve } from '@/test/server';
import { Contacts } from './Contacts';
import { Conversation } from './Conversation';
import { contactsQuery } from './contact-entities';
import { outboxOf } from './outbox';

const carols = contact({ roomId: 'carols', user: { id: 9, username: 'carol', image: null } });
const pageOf = (...items: unknown[]) => json({ items, page: 1, pageSize: 20, total: items.length });

const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
const tell = (address: string, event: object) =>
  act(() => listeners.get(address)?.forEach((each) => each(event as LiveEvent)));
const toMe = (event: object) => tell(`user.${ada.id}`, event);
const inRoom = (event: object) => tell(`chat.room.${roomId}`, event);

beforeEach(() => {
  listeners.clear();
  live.state.set('online');
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.spyOn(live, 'listen').mockImplementation((address, onEvent) => {
    const present = listeners.get(address) ?? new Set();
    listeners.set(address, present.add(onEvent));
    return () => present.delete(onEvent);
  });
});

/** The chat is loaded after the page is drawn. */
const listening = () => waitFor(() => expect(listeners.has(`user.${ada.id}`)).toBe(true));

const contactNames = () =>
  screen.getAllByRole('link').map((link) => /carol|bob/.exec(link.textContent)?.[0]);

it('brings who writes to the top of the contacts, with what is unread', async () => {
  serve({ 'POST /api/chat/contacts': () => pageOf(carols, contact()) });
  show(
    <>
      <Contacts me={ada.id} />
      <LiveHandlers memberId={ada.id} />
    </>,
    { member: ada },
  );
  await screen.findByText('carol');
  await listening();
  toMe({ type: 'message', message: message(4), previousId: 0, unread: 1 });
  await waitFor(() => expect(contactNames()).toEqual(['bob', 'carol']));
  expect(screen.getByText('Message 4')).toBeVisible();
  expect(screen.getByText('1 unread message')).toBeInTheDocument();
  toMe({ type: 'unread', roomId, unread: 0 });
  await waitFor(() => expect(screen.queryByText('1 unread message')).toBeNull());
});

it('marks who comes and goes', async () => {
  serve({ 'POST /api/chat/contacts': () => pageOf(contact()) });
  show(<Contacts me={ada.id} />, { member: ada });
  await screen.findByText('bob');
  expect(screen.queryByRole('img', { name: 'Online' })).toBeNull();
  inRoom({ type: 'presence', userId: bob.id, online: true });
  expect(await screen.findByRole('img', { name: 'Online' })).toBeInTheDocument();
  act(() => live.state.set('offline'));
  expect(screen.queryByRole('img', { name: 'Online' })).toBeNull();
});

it('asks for the contacts when somebody new writes', async () => {
  let known = [carols];
  serve({ 'POST /api/chat/contacts': () => pageOf(...known) });
  show(
    <>
      <Contacts me={ada.id} />
      <LiveHandlers memberId={ada.id} />
    </>,
    { member: ada },
  );
  await screen.findByText('carol');
  await listening();
  known = [contact({ lastMessage: message(4), unread: 1 }), carols];
  toMe({ type: 'message', message: message(4), previousId: 0, unread: 1 });
  expect(await screen.findByText('bob')).toBeVisible();
});

/** A conversation whose server has these messages. */
async function openRoom(...stored: ReturnType<typeof message>[]) {
  const calls = serve({
    'POST /api/chat/contacts': () => pageOf(contact()),
    'POST /api/chat/messages': ({ body }: Call) => {
      const { after = 0 } = body as { after?: number };
      return json({ items: stored.filter(({ id }) => id > after) });
    },
  });
  const view = show(
    <>
      <Conversation roomId={roomId} me={ada.id} />
      <LiveHandlers memberId={ada.id} />
    </>,
    { member: ada },
  );
  const log = await screen.findByRole('log', { name: 'Messages' });
  await listening();
  return { ...view, calls, stored, log };
}

const bubbles = (log: HTMLElement) =>
  [...log.querySelectorAll('[data-message] p')].map(({ textContent }) => textContent);

it('shows what is told, and asks for what was not', async () => {
  const { log, stored, calls } = await openRoom(message(1));
  expect(bubbles(log)).toEqual(['Message 1']);
  inRoom({ type: 'message', message: message(2), previousId: 1 });
  await waitFor(() => expect(bubbles(log)).toEqual(['Message 1', 'Message 2']));
  stored.push(message(2), message(3), message(4));
  inRoom({ type: 'message', message: message(4), previousId: 3 });
  await waitFor(() => expect(bubbles(log)).toHaveLength(4));
  expect(bubbles(log).at(-1)).toBe('Message 4');
  const asked = calls.filter(({ operation }) => operation === 'POST /api/chat/messages');
  expect(asked.map(({ body }) => (body as { after?: number }).after)).toContain(2);
});

it('shows what one sends as it was typed, and then as the server rendered it, once', async () => {
  let answer: (stored: unknown) => void = () => undefined;
  const send = vi.spyOn(live, 'send').mockImplementation((address) =>
    address === 'chat.send'
      ? new Promise((resolve) => {
          answer = resolve;
        })
      : Promise.resolve({} as never),
  );
  const { log } = await openRoom(message(1));
  await userEvent.type(screen.getByRole('textbox', { name: 'Message to bob' }), '**hi**{Enter}');
  expect(bubbles(log)).toEqual(['Message 1', '**hi**']);
  expect(log).toHaveTextContent('Sending…');
  const body = send.mock.calls.find(([address]) => address === 'chat.send')?.[1];
  expect(body).toMatchObject({ roomId, content: '**hi**' });

  const mine = { senderId: ada.id, content: '**hi**', html: '<p><strong>hi</strong></p>' };
  inRoom({ type: 'message', message: message(2, mine), previousId: 1 });
  await waitFor(() => expect(bubbles(log)).toEqual(['Message 1', 'hi']));
  expect(log).toHaveTextContent('Sent');
  expect(outboxOf(ada.id).get()).toHaveLength(1);
  answer(message(2, mine));
  await waitFor(() => expect(outboxOf(ada.id).get()).toEqual([]));
  expect(bubbles(log)).toEqual(['Message 1', 'hi']);
});

it('reads when one is at the end, and counts nothing as unread meanwhile', async () => {
  const send = vi.spyOn(live, 'send').mockResolvedValue({});
  const { log, queries } = await openRoom(message(1));
  const reads = () => send.mock.calls.filter(([address]) => address === 'chat.read');
  expect(reads()).toEqual([]);
  fireEvent.scroll(log);
  await waitFor(() => expect(reads()).toEqual([['chat.read', { roomId, messageId: 1 }]]));
  toMe({ type: 'message', message: message(2), previousId: 1, unread: 1 });
  expect(queries.getQueryData(contactsQuery.queryKey)?.items[0]?.unread).toBe(0);
  await waitFor(() => expect(reads().at(-1)?.[1]).toEqual({ roomId, messageId: 2 }));
});

it('sends nothing with the Enter of an input method', async () => {
  const send = vi.spyOn(live, 'send').mockResolvedValue({});
  await openRoom(message(1));
  const input = screen.getByRole('textbox', { name: 'Message to bob' });
  fireEvent.change(input, { target: { value: '你好' } });
  fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
  expect(send.mock.calls.map(([address]) => address)).not.toContain('chat.send');
  expect(input).toHaveValue('你好');
});
