/**
 * What SockJS' framing says (sockjs-protocol 0.3.3): `o` opens, `h` is a heartbeat, `a` has texts, `c` closes. The
 * `sockjs-client` package is not used: it listens to `unload`, which keeps browsers from keeping the page for the way
 * back, and most of its 55 kB are transports that our server does not speak. See decision 024.
 */
export interface SockJsEvents {
  readonly onOpen: () => void;
  readonly onText: (text: string) => void;
  readonly onHeartbeat: () => void;
  readonly onClose: (code: number) => void;
}

const NORMAL = 1000;

/** Gives what a frame says to whom it concerns; what is no frame says nothing. */
export function readFrame(frame: string, events: SockJsEvents): void {
  const content = frame.slice(1);
  switch (frame[0]) {
    case 'o':
      events.onOpen();
      break;
    case 'h':
      events.onHeartbeat();
      break;
    case 'a':
      for (const text of list(content)) events.onText(String(text));
      break;
    case 'c':
      events.onClose(Number(list(content)[0]) || NORMAL);
      break;
  }
}

/** Where a new session of SockJS is: three digits for balancers, and a name that nobody else has. */
export function sessionUrl(path: string): URL {
  const random = (length: number, digits: string) =>
    Array.from(
      crypto.getRandomValues(new Uint8Array(length)),
      (byte) => digits[byte % digits.length],
    );
  const server = random(3, '0123456789').join('');
  const session = random(12, 'abcdefghijklmnopqrstuvwxyz012345').join('');
  return new URL(`${path.replace(/\/$/, '')}/${server}/${session}/`, window.location.href);
}

function list(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
