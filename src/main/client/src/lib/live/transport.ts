import { openWebSocket } from './web-socket';

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

/**
 * How long each way of connecting may take, in milliseconds. A server that is busy for a second must not put everybody
 * on the slower way.
 */
const OPENS_WITHIN = 4_000;

const ABNORMAL = 1006;

type Way = (path: string, events: TransportEvents) => Transport | Promise<Transport>;

/** A WebSocket, or where that is blocked, plain requests; the code of these is loaded where it is needed. */
const WAYS: readonly Way[] = [
  openWebSocket,
  async (path, events) => (await import('./polling')).openPolling(path, events),
];

/** Opens SockJS: each way is tried until one opens. */
export function openSockJs(path: Promise<string>, events: TransportEvents): Transport {
  let current: Transport | undefined;
  let over = false;
  const closed = (code: number) => {
    if (!over) events.onClose(code);
    over = true;
  };
  const open = async () => {
    const where = await path;
    for (const way of WAYS) {
      if (over || (await opens(way, where))) return;
    }
    closed(ABNORMAL);
  };
  /** Whether it opened; from then on its end is the end of the connection. */
  const opens = (way: Way, where: string) =>
    new Promise<boolean>((resolve) => {
      let isOpen = false;
      let isGivenUp = false;
      let mine: Transport | undefined;
      const give = (made: Transport) => {
        if (over || isGivenUp) made.close();
        else mine = current = made;
      };
      const giveUp = () => {
        if (isGivenUp) return;
        isGivenUp = true;
        clearTimeout(late);
        mine?.close();
        resolve(false);
      };
      const late = setTimeout(giveUp, OPENS_WITHIN);
      const told: TransportEvents = {
        onOpen() {
          isOpen = true;
          clearTimeout(late);
          resolve(true);
          if (!over) events.onOpen();
        },
        onText: (text) => over || events.onText(text),
        onHeartbeat: () => over || events.onHeartbeat(),
        onClose(code) {
          clearTimeout(late);
          if (isOpen) closed(code);
          else giveUp();
        },
      };
      // Where there is no such thing as a WebSocket, making one throws.
      Promise.resolve()
        .then(() => way(where, told))
        .then(give)
        .catch(giveUp);
    });
  open().catch(() => closed(ABNORMAL));
  return {
    send: (text) => current?.send(text),
    close() {
      over = true;
      current?.close();
    },
  };
}
