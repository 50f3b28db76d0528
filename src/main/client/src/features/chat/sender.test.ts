import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '@/lib/api/types';
import { LiveError } from '@/lib/live/live';
import { ada, message, roomId } from '@/test/samples';
import { createOutbox, type Outgoing } from './outbox';
import { startSender } from './sender';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const unreachable = new LiveError('unreachable', 0, 'gone');
const settle = () => vi.advanceTimersByTimeAsync(0);
const stored = ({ content, ...rest }: Outgoing, id: number): Message =>
  message(id, { content, roomId: rest.roomId, senderId: ada.id });

/** A sender whose sendings a test answers one by one. */
function sending() {
  const outbox = createOutbox('outbox');
  const calls: {
    readonly message: Outgoing;
    readonly resolve: (message: Message) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  const sender = startSender(
    outbox,
    (sent) =>
      new Promise((resolve, reject) => {
        calls.push({ message: sent, resolve, reject });
      }),
  );
  const say = (content: string, room = roomId) => outbox.add({ roomId: room, content, after: 0 });
  const contents = () => calls.map((call) => call.message.content);
  return { outbox, calls, sender, say, contents };
}

it('sends the messages of a room one after the other, in the order they were written', async () => {
  const { calls, say, contents, outbox } = sending();
  say('one');
  say('two');
  expect(contents()).toEqual(['one']);
  calls[0]?.resolve(stored(calls[0].message, 1));
  await settle();
  expect(contents()).toEqual(['one', 'two']);
  expect(outbox.get()[0]?.stored?.id).toBe(1);
});

it('does not let one room wait for another', () => {
  const { say, contents } = sending();
  say('here');
  say('there', 'another room');
  expect(contents()).toEqual(['here', 'there']);
});

it('sends what found no answer again with the same client id when there is a connection', async () => {
  const { calls, say, sender, outbox } = sending();
  say('hello');
  calls[0]?.reject(unreachable);
  await settle();
  expect(calls).toHaveLength(1);
  sender.connected();
  expect(calls).toHaveLength(2);
  expect(calls[1]?.message.clientId).toBe(calls[0]?.message.clientId);
  expect(outbox.get()[0]?.refusal).toBeUndefined();
});

it('sends it again by itself after a while, and then what waits behind it', async () => {
  const { calls, say, contents } = sending();
  say('one');
  say('two');
  calls[0]?.reject(unreachable);
  await vi.advanceTimersByTimeAsync(5_000);
  calls[1]?.resolve(stored(calls[1].message, 1));
  await settle();
  expect(contents()).toEqual(['one', 'one', 'two']);
});

it('waits as long as the server wants when there was too much', async () => {
  const { calls, say } = sending();
  say('hello');
  calls[0]?.reject(new LiveError('refused', 429, 'slowly', 20));
  await vi.advanceTimersByTimeAsync(19_000);
  expect(calls).toHaveLength(1);
  // And some time by chance, so that not everybody comes back at the same moment.
  await vi.advanceTimersByTimeAsync(6_000);
  expect(calls).toHaveLength(2);
});

it('leaves what was refused to its author, and goes on with the next', async () => {
  const { calls, say, outbox, contents } = sending();
  say('bad');
  say('good');
  calls[0]?.reject(new LiveError('refused', 422, 'not so'));
  await settle();
  expect(outbox.get()[0]?.refusal).toEqual({ status: 422, detail: 'not so' });
  expect(contents()).toEqual(['bad', 'good']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(contents()).toEqual(['bad', 'good']);
});

it('sends what was refused again when its author wants it, with the same client id', async () => {
  const { calls, say, outbox } = sending();
  say('bad');
  calls[0]?.reject(new LiveError('refused', 500, ''));
  await settle();
  outbox.retry(calls[0]?.message.clientId ?? '');
  expect(calls).toHaveLength(2);
  expect(calls[1]?.message.clientId).toBe(calls[0]?.message.clientId);
});

it('sends what an earlier page left', () => {
  createOutbox('outbox').add({ roomId, content: 'left', after: 0 });
  expect(sending().contents()).toEqual(['left']);
});

it('sends nothing that is discarded while it waits', async () => {
  const { calls, say, sender, outbox } = sending();
  say('hello');
  calls[0]?.reject(unreachable);
  await settle();
  outbox.remove(calls[0]?.message.clientId ?? '');
  sender.connected();
  expect(calls).toHaveLength(1);
});

it('is silent once it is stopped', async () => {
  const { calls, say, sender } = sending();
  say('hello');
  sender.stop();
  calls[0]?.reject(unreachable);
  say('more');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
});
