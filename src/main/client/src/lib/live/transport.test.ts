import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSockJs, type Transport, type TransportEvents } from './transport';

class FakeSocket {
  static made: FakeSocket[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: string[] = [];
  closed = false;

  constructor(readonly url: URL) {
    FakeSocket.made.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }
}

const events = () => ({
  onOpen: vi.fn<TransportEvents['onOpen']>(),
  onText: vi.fn<TransportEvents['onText']>(),
  onHeartbeat: vi.fn<TransportEvents['onHeartbeat']>(),
  onClose: vi.fn<TransportEvents['onClose']>(),
});

async function socket(): Promise<FakeSocket> {
  await vi.waitFor(() => expect(FakeSocket.made).not.toHaveLength(0));
  return FakeSocket.made[0] as FakeSocket;
}

let transport: Transport;
const open = (told: TransportEvents) => {
  transport = openSockJs(Promise.resolve('/eventbus'), told);
};

beforeEach(() => {
  FakeSocket.made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  transport.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('over a WebSocket', () => {
  it('carries texts both ways', async () => {
    const told = events();
    open(told);
    const { url, onmessage, sent } = await vi.waitFor(async () => {
      const made = await socket();
      expect(made.onmessage).not.toBeNull();
      return made;
    });
    expect(url.href).toMatch(/^wss:\/\/[^/]+\/eventbus\/\d{3}\/[a-z0-5]{12}\/websocket$/);
    onmessage?.({ data: 'o' });
    onmessage?.({ data: 'a["one","two"]' });
    onmessage?.({ data: 'h' });
    onmessage?.({ data: 'not a frame' });
    expect(told.onOpen).toHaveBeenCalledOnce();
    expect(told.onText.mock.calls).toEqual([['one'], ['two']]);
    expect(told.onHeartbeat).toHaveBeenCalledOnce();
    transport.send('three');
    expect(sent).toEqual(['["three"]']);
  });

  it.each([
    ['the socket', (made: FakeSocket) => made.onclose?.({ code: 1006 }), 1006],
    ['a frame', (made: FakeSocket) => made.onmessage?.({ data: 'c[1008,"Too much"]' }), 1008],
  ])('tells once that it was closed by %s', async (_, close, code) => {
    const told = events();
    open(told);
    const made = await socket();
    made.onmessage?.({ data: 'o' });
    close(made);
    made.onclose?.({ code: 1000 });
    expect(told.onClose.mock.calls).toEqual([[code]]);
  });

  it('tells nothing after it was closed here', async () => {
    const told = events();
    open(told);
    const made = await socket();
    made.onmessage?.({ data: 'o' });
    transport.close();
    made.onmessage?.({ data: 'a["late"]' });
    made.onclose?.({ code: 1000 });
    expect(made.closed).toBe(true);
    expect(told.onText).not.toHaveBeenCalled();
    expect(told.onClose).not.toHaveBeenCalled();
  });

  it('listens to nothing that keeps a page from being kept for the way back', async () => {
    const listen = vi.spyOn(window, 'addEventListener');
    open(events());
    await socket();
    const names = listen.mock.calls.map(([name]) => name);
    expect(names).not.toContain('unload');
    expect(names).not.toContain('beforeunload');
  });
});

describe('where no WebSocket opens', () => {
  /** Answers each poll with the next of these; after the last it waits. */
  function polls(...bodies: string[]) {
    const sent: string[] = [];
    const left = [...bodies];
    vi.spyOn(window, 'fetch').mockImplementation((input, init) => {
      const { pathname } = input as URL;
      if (pathname.endsWith('/xhr_send')) {
        sent.push(init?.body as string);
        return Promise.resolve(new Response(null, { status: 204 }));
      }
      const next = left.shift();
      if (next !== undefined) return Promise.resolve(new Response(next));
      return new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    });
    return sent;
  }

  it('polls', async () => {
    const sent = polls('o\n', 'a["one"]\n', 'h\n');
    const told = events();
    open(told);
    (await socket()).onclose?.({ code: 1006 });
    await vi.waitFor(() => expect(told.onHeartbeat).toHaveBeenCalledOnce());
    expect(told.onOpen).toHaveBeenCalledOnce();
    expect(told.onText.mock.calls).toEqual([['one']]);
    transport.send('a');
    transport.send('b');
    transport.send('c');
    await vi.waitFor(() =>
      expect(sent.flatMap((body) => JSON.parse(body) as string[])).toEqual(['a', 'b', 'c']),
    );
    expect(told.onClose).not.toHaveBeenCalled();
  });

  it('polls too where there is no such thing as a WebSocket', async () => {
    vi.stubGlobal('WebSocket', undefined);
    polls('o\n');
    const told = events();
    open(told);
    await vi.waitFor(() => expect(told.onOpen).toHaveBeenCalledOnce());
  });

  it('polls too where the WebSocket neither opens nor fails', async () => {
    vi.useFakeTimers();
    polls('o\n');
    const told = events();
    open(told);
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => expect(told.onOpen).toHaveBeenCalledOnce());
    expect((await socket()).closed).toBe(true);
  });

  it('tells that nothing opened', async () => {
    vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const told = events();
    open(told);
    (await socket()).onclose?.({ code: 1006 });
    await vi.waitFor(() => expect(told.onClose.mock.calls).toEqual([[1006]]));
    expect(told.onOpen).not.toHaveBeenCalled();
  });

  it('tells that the polled session is over', async () => {
    polls('o\n', 'c[3000,"Go away!"]\n');
    const told = events();
    open(told);
    (await socket()).onclose?.({ code: 1006 });
    await vi.waitFor(() => expect(told.onClose.mock.calls).toEqual([[3000]]));
  });
});
