import type { Message } from '@/lib/api/types';
import { LiveError } from '@/lib/live/live';
import type { Outbox, Outgoing } from './outbox';

type Send = (message: Outgoing) => Promise<Message>;

/** How long to wait, in milliseconds, before a message is sent again that no answer came to. */
const PAUSE = 5_000;

export interface Sender {
  /** There is a connection again: what waits for one is sent now. */
  readonly connected: () => void;
  readonly stop: () => void;
}

/**
 * Sends what is in the outbox: of each room one message at a time, in the order they were written. What found no
 * answer is sent again by itself; what the server refused waits for its author.
 */
export function startSender(outbox: Outbox, send: Send): Sender {
  /** The rooms that have a message under way, or wait before they send it again. */
  const busy = new Set<string>();
  const pauses = new Map<string, ReturnType<typeof setTimeout>>();
  let stopped = false;

  const free = (roomId: string) => {
    clearTimeout(pauses.get(roomId));
    pauses.delete(roomId);
    busy.delete(roomId);
    sendNext();
  };

  async function deliver(message: Outgoing): Promise<void> {
    const { roomId, clientId } = message;
    busy.add(roomId);
    try {
      outbox.settle(clientId, await send(message));
    } catch (error) {
      const pause = pauseAfter(error);
      if (pause !== undefined && !stopped) {
        pauses.set(
          roomId,
          setTimeout(() => free(roomId), pause),
        );
        return;
      }
      if (pause === undefined) outbox.refuse(clientId, refusalOf(error));
    }
    free(roomId);
  }

  function sendNext(): void {
    if (stopped) return;
    for (const message of outbox.get()) {
      const waits = !message.stored && !message.refusal;
      if (waits && !busy.has(message.roomId)) void deliver(message);
    }
  }

  const unsubscribe = outbox.subscribe(sendNext);
  sendNext();
  return {
    connected: () => {
      for (const roomId of [...pauses.keys()]) free(roomId);
    },
    stop() {
      stopped = true;
      unsubscribe();
      for (const pause of pauses.values()) clearTimeout(pause);
    },
  };
}

/** In milliseconds; undefined where sending the same again would be refused again. */
function pauseAfter(error: unknown): number | undefined {
  if (!(error instanceof LiveError)) return undefined;
  const passes = error.kind === 'unreachable' || error.code === 429 || error.code === 503;
  if (!passes) return undefined;
  // Not everybody who waits comes back at the same moment.
  return (error.retryAfter ?? 0) * 1_000 + PAUSE * (0.5 + Math.random() / 2);
}

function refusalOf(error: unknown): { status: number; detail: string } {
  return error instanceof LiveError
    ? { status: error.code, detail: error.message }
    : { status: 500, detail: '' };
}
