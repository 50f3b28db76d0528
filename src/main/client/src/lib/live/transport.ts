/** One attempt at a connection that carries texts both ways. */
export interface Transport {
  send(text: string): void;
  /** Ends it; nothing is told afterwards. */
  close(): void;
}

export interface TransportEvents {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  /** Something came that says nothing but that the other side is there. */
  readonly onHeartbeat: () => void;
  /** Over, or never begun; the code is the WebSocket's (RFC 6455, 7.4.1), 1006 where there is none. */
  readonly onClose: (code: number) => void;
}

export type OpenTransport = (events: TransportEvents) => Transport;

/** Of SockJS' transports those that the server speaks. */
const TRANSPORTS = ['websocket', 'xhr-polling'];

/**
 * How long each transport may take to open, at least, in milliseconds. SockJS reckons with a few hundred on a quick
 * network, and a server that is busy for a second would put everybody on a fallback.
 */
const OPENS_WITHIN = 4_000;

const ABNORMAL = 1006;

/** Opens SockJS: a WebSocket, or where that is blocked, plain requests. Its code is loaded when it is first needed. */
export function openSockJs(path: Promise<string>, events: TransportEvents): Transport {
  let socket: WebSocket | undefined;
  let over = false;
  const closed = (code: number) => {
    if (!over) events.onClose(code);
    over = true;
  };
  const open = async () => {
    const [{ default: SockJS }, where] = await Promise.all([import('sockjs-client'), path]);
    if (over) return;
    const { href } = new URL(where, window.location.href);
    socket = new SockJS(href, null, { transports: TRANSPORTS, timeout: OPENS_WITHIN });
    socket.onopen = () => over || events.onOpen();
    socket.onmessage = ({ data }) => over || events.onText(String(data));
    socket.addEventListener('heartbeat', () => over || events.onHeartbeat());
    socket.onclose = ({ code }) => closed(code);
  };
  open().catch(() => closed(ABNORMAL));
  return {
    send: (text) => socket?.send(text),
    close() {
      over = true;
      socket?.close();
    },
  };
}
