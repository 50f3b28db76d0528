import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from '@/test/fake-server';
import { LiveConnection } from './connection';
import { LiveError } from './protocol';

let server: FakeServer;
let live: LiveConnection;

const nothing = () => undefined;
/** Lets what is already due happen, and as much time pass. */
const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

async function connected(address = 'index') {
  const heard = vi.fn();
  const onConnected = vi.fn();
  const stop = live.listen(address, heard, onConnected);
  server.last.events.onOpen();
  await pass();
  return { heard, onConnected, stop, connection: server.last };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  server = new FakeServer();
  live = new LiveConnection();
  live.start(server.open);
  return () => vi.useRealTimers();
});

describe('a connection', () => {
  it('is made only when somebody listens', async () => {
    expect(live.state.get()).toBe('off');
    expect(server.connections).toHaveLength(0);
    live.listen('index', nothing);
    expect(live.state.get()).toBe('connecting');
    server.last.events.onOpen();
    await pass();
    expect(live.state.get()).toBe('online');
  });

  it('is let go a while after nobody listens any more', async () => {
    const { stop, connection } = await connected();
    stop();
    expect(connection.received.at(-1)).toEqual({ type: 'unregister', address: 'index' });
    await pass(19_000);
    expect(connection.closed).toBe(false);
    await pass(1_000);
    expect(connection.closed).toBe(true);
    expect(live.state.get()).toBe('off');
  });

  it('is kept for the next page that listens', async () => {
    const { stop, connection } = await connected();
    stop();
    await pass(10_000);
    live.listen('topic.3', nothing);
    await pass(20_000);
    expect(server.connections).toHaveLength(1);
    expect(connection.registrations()).toEqual(['index', 'topic.3']);
  });

  it('is made anew when another member signs in, and not when the first is known', async () => {
    const { connection } = await connected();
    live.setMember(null);
    expect(connection.closed).toBe(false);
    live.setMember(7);
    expect(connection.closed).toBe(true);
    expect(live.state.get()).toBe('connecting');
    server.last.events.onOpen();
    await pass();
    expect(server.last.registrations()).toEqual(['index']);
  });

  it('answers a ping, so that the server knows it is there', async () => {
    const { connection } = await connected();
    connection.say({ type: 'ping' });
    expect(connection.received.at(-1)).toEqual({ type: 'ping' });
  });
});

describe('a listener', () => {
  it('hears what happens at its address and nothing else', async () => {
    const { heard, connection } = await connected();
    connection.publish('index', { type: 'topicAdded', topic: 1 });
    connection.publish('topic.3', { type: 'replyAdded' });
    connection.events.onText('no JSON');
    expect(heard.mock.calls).toEqual([[{ type: 'topicAdded', topic: 1 }]]);
  });

  it('is told that it is connected once the server has worked on its registration', async () => {
    const onConnected = vi.fn();
    live.listen('index', nothing, onConnected);
    const connection = server.last;
    connection.answers = false;
    connection.events.onOpen();
    await pass();
    expect(onConnected).not.toHaveBeenCalled();
    const question = connection.received.at(-1);
    if (question) connection.answer(question, {});
    await pass();
    expect(onConnected).toHaveBeenCalledOnce();
  });

  it('shares a registration with others at the same address', async () => {
    const { connection, stop, heard } = await connected();
    const second = { heard: vi.fn(), onConnected: vi.fn() };
    live.listen('index', second.heard, second.onConnected);
    await pass();
    expect(second.onConnected).toHaveBeenCalledOnce();
    stop();
    connection.publish('index', { type: 'topicAdded' });
    expect(heard).not.toHaveBeenCalled();
    expect(second.heard).toHaveBeenCalledOnce();
    expect(connection.registrations()).toEqual(['index']);
    expect(connection.received.some(({ type }) => type === 'unregister')).toBe(false);
  });

  it('hears also when another one fails', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const { connection } = await connected('topic.3');
    const failing = live.listen('index', () => {
      throw new Error('a mistake');
    });
    const heard = vi.fn();
    live.listen('index', heard);
    connection.publish('index', { type: 'topicAdded' });
    failing();
    expect(heard).toHaveBeenCalledOnce();
    expect(reported).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('that is refused is not connected, and asks again only where the reason passes', async () => {
    const { connection } = await connected();
    connection.answers = false;
    const room = vi.fn();
    const busy = vi.fn();
    live.listen('chat.room.1', nothing, room);
    live.listen('topic.4', nothing, busy);
    await pass();
    connection.refuse('chat.room.1', 404);
    connection.refuse('topic.4', 429, { retryAfter: 3 });
    connection.answers = true;
    const question = connection.received.at(-1);
    if (question) connection.answer(question, {});
    await pass();
    expect(room).not.toHaveBeenCalled();
    expect(busy).not.toHaveBeenCalled();
    await pass(3_000);
    expect(busy).toHaveBeenCalledOnce();
    expect(connection.registrations()).toEqual(['index', 'chat.room.1', 'topic.4', 'topic.4']);
  });
});

describe('a command', () => {
  it('gets its answer', async () => {
    const { connection } = await connected();
    const answer = live.send('chat.typing', { roomId: 'r' });
    const frame = connection.received.at(-1);
    expect(frame).toMatchObject({ type: 'send', address: 'chat.typing', body: { roomId: 'r' } });
    if (frame) connection.answer(frame, { done: true });
    await expect(answer).resolves.toEqual({ done: true });
  });

  it('that is refused says so, and how long to wait', async () => {
    const { connection } = await connected();
    const answer = live.send('chat.send', {});
    connection.refuse(connection.received.at(-1)?.replyAddress, 429, { retryAfter: 7 });
    await expect(answer).rejects.toMatchObject({ kind: 'refused', code: 429, retryAfter: 7 });
  });

  it('fails at once while there is no connection', async () => {
    live.listen('index', nothing);
    await expect(live.send('chat.send', {})).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('fails when the connection is lost before the answer', async () => {
    const { connection } = await connected();
    const answer = live.send('chat.send', {});
    const failure = expect(answer).rejects.toBeInstanceOf(LiveError);
    connection.events.onClose(1006);
    await failure;
  });

  it('fails when no answer comes, and the connection is held against it', async () => {
    const { connection } = await connected();
    connection.answers = false;
    const failure = expect(live.send('chat.send', {})).rejects.toMatchObject({
      kind: 'unreachable',
    });
    await pass(10_000);
    await failure;
    await pass(10_000);
    expect(connection.closed).toBe(true);
    expect(live.state.get()).toBe('offline');
  });
});
