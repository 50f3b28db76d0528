import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer } from '@/test/fake-server';
import { backOff } from './back-off';
import { LiveConnection } from './connection';

let server: FakeServer;
let live: LiveConnection;
const onConnected = vi.fn();

const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

async function open() {
  server.last.events.onOpen();
  await pass();
  return server.last;
}

function sign(target: EventTarget, event: Event) {
  target.dispatchEvent(event);
  return pass();
}

beforeEach(async () => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  onConnected.mockReset();
  server = new FakeServer();
  live = new LiveConnection();
  live.start(server.open);
  live.listen('index', () => undefined, onConnected);
  await open();
  return () => vi.useRealTimers();
});

describe('a lost connection', () => {
  it('is made again, with all that was listened to, and says so', async () => {
    server.last.events.onClose(1006);
    expect(live.state.get()).toBe('offline');
    await pass(1_000);
    expect(live.state.get()).toBe('offline');
    await open();
    expect(live.state.get()).toBe('online');
    expect(server.last.registrations()).toEqual(['index']);
    expect(onConnected).toHaveBeenCalledTimes(2);
  });

  it('is tried again after longer and longer, and soon again once it held', async () => {
    const waits: number[] = [];
    for (let each = 0; each < 7; each++) {
      const before = server.connections.length;
      const begin = performance.now();
      server.last.events.onClose(1006);
      while (server.connections.length === before) await pass(500);
      waits.push(performance.now() - begin);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    await open();
    server.last.events.onClose(1006);
    await pass(1_000);
    expect(server.connections).toHaveLength(9);
  });

  it('is noticed by its silence', async () => {
    const { events } = server.last;
    await pass(35_000);
    events.onHeartbeat();
    await pass(35_000);
    expect(live.state.get()).toBe('online');
    await pass(10_000);
    expect(live.state.get()).toBe('offline');
  });

  it('that never answers after it opened is given up', async () => {
    server.last.events.onClose(1006);
    await pass(1_000);
    server.last.answers = false;
    await open();
    expect(live.state.get()).toBe('offline');
    await pass(10_000);
    expect(server.last.closed).toBe(true);
    await pass(2_000);
    expect(server.connections).toHaveLength(3);
  });

  it('is tried at once when there is a network again, or the reader looks again', async () => {
    for (const [target, name] of [
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const) {
      const before = server.connections.length;
      server.last.events.onClose(1006);
      await sign(target, new Event(name));
      expect(server.connections).toHaveLength(before + 1);
    }
  });
});

describe('a connection that the server cut off', () => {
  it.each([1008, 1009])('with %i is not made again for a while', async (code) => {
    server.last.events.onClose(code);
    await sign(window, new Event('online'));
    await pass(15_000);
    expect(server.connections).toHaveLength(1);
    await pass(1_000);
    expect(server.connections).toHaveLength(2);
  });

  it('because its session ended is made again soon, as a guest’s', async () => {
    server.last.refuse(undefined, 401);
    server.last.events.onClose(1008);
    await pass(1_000);
    expect(server.connections).toHaveLength(2);
  });
});

describe('an open connection', () => {
  it('is held against the browser’s doubts', async () => {
    server.last.answers = false;
    await sign(window, new Event('offline'));
    expect(live.state.get()).toBe('online');
    await pass(10_000);
    expect(live.state.get()).toBe('offline');
  });

  it('is closed when the page goes, and made again when it comes back', async () => {
    await sign(window, new Event('pagehide'));
    expect(server.last.closed).toBe(true);
    await pass(60_000);
    expect(server.connections).toHaveLength(1);
    await sign(window, new PageTransitionEvent('pageshow', { persisted: true }));
    await open();
    expect(live.state.get()).toBe('online');
    expect(onConnected).toHaveBeenCalledTimes(2);
  });
});

it('waits up to half less by chance', () => {
  expect(backOff(3, 0)).toBe(8_000);
  expect(backOff(3, 1)).toBe(4_000);
});
