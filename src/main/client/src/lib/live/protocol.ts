/**
 * The frames of the Vert.x event-bus bridge, as docs/chat-client.md describes them. Not the official client: it drops
 * how long to wait from a refusal, lets a command wait for ever when the connection is lost, and knows no silence.
 */

/** What happened at an address. Each feature narrows it by its `type` to the events it knows. */
export interface LiveEvent {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Why a command was not carried out. `refused`: the server said so, with the status that HTTP would give as `code`.
 * `unreachable`: no answer came, so it may have been carried out or not; `code` is 0.
 */
export class LiveError extends Error {
  override readonly name = 'LiveError';

  constructor(
    readonly kind: 'refused' | 'unreachable',
    readonly code: number,
    message: string,
    /** Seconds to wait before trying again, where the server said so. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

export const unreachable = () => new LiveError('unreachable', 0, 'The server cannot be reached');

/** Whether the same may be allowed a little later: too many at once, or a store of the server is down. */
export const isPassing = ({ code }: LiveError) => code === 429 || code >= 500;

/** Anyone may send to it; the answer means that all frames before it have been worked on. */
export const PING_ADDRESS = 'bridge.ping';

export const frames = {
  ping: () => JSON.stringify({ type: 'ping' }),
  register: (address: string) => JSON.stringify({ type: 'register', address }),
  unregister: (address: string) => JSON.stringify({ type: 'unregister', address }),
  send: (address: string, body: object, replyAddress: string) =>
    JSON.stringify({ type: 'send', address, body, replyAddress }),
} as const;

export type Received =
  | { readonly type: 'ping' }
  | { readonly type: 'rec'; readonly address: string; readonly body: unknown }
  | { readonly type: 'err'; readonly address: string | undefined; readonly error: LiveError };

/** What the server sent; undefined where it is nothing we know, as from a newer server. */
export function read(text: string): Received | undefined {
  const frame = parse(text);
  if (typeof frame !== 'object' || frame === null) return undefined;
  const { type, address, body, failureCode, message, retryAfter } = frame as Record<
    string,
    unknown
  >;
  if (type === 'ping') return { type };
  if (type === 'rec' && typeof address === 'string') return { type, address, body };
  if (type !== 'err') return undefined;
  const error = new LiveError(
    'refused',
    typeof failureCode === 'number' ? failureCode : 500,
    typeof message === 'string' ? message : '',
    typeof retryAfter === 'number' ? retryAfter : undefined,
  );
  return { type, address: typeof address === 'string' ? address : undefined, error };
}

export function isEvent(body: unknown): body is LiveEvent {
  return (
    typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string'
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
