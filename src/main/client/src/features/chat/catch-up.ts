import type { Message } from '@/lib/api/types';

/** What is known of a room, and where the rest is. */
export interface Source {
  /** The last message there is here, 0 in a room without any; undefined while nothing is loaded. */
  readonly lastId: () => number | undefined;
  /** Adds at the end what follows the last one. */
  readonly append: (messages: readonly Message[]) => void;
  /** The first messages after that one, in their order; none where it is the last. */
  readonly after: (id: number) => Promise<readonly Message[]>;
}

export interface CatchUp {
  /** An event told of a message. */
  readonly heard: (message: Message, previousId: number) => void;
  /** There may be messages that no event told of: after loading, after a connection was made. */
  readonly ask: () => void;
  readonly stop: () => void;
}

/** How long to wait, in milliseconds, before asking again where an answer could not be had. */
const PAUSE = 5_000;

/**
 * Every message once and in the order of ids, whatever happens to events on their way: they are taken only where they
 * fit the end of what is here, else the server is asked for all that follows (docs/chat-client.md, "Missing nothing").
 * What is told while it is asked makes it ask once more, since the answer may be older.
 */
export function createCatchUp({ lastId, append, after }: Source): CatchUp {
  let asking = false;
  let again = false;
  let stopped = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const ask = () => {
    if (stopped) return;
    again = true;
    if (!asking) void askAll();
  };

  async function askAll(): Promise<void> {
    clearTimeout(pause);
    asking = true;
    try {
      while (again) {
        again = false;
        await askToTheEnd();
      }
    } catch {
      if (!stopped) pause = setTimeout(ask, PAUSE);
    } finally {
      asking = false;
    }
  }

  async function askToTheEnd(): Promise<void> {
    for (let last = lastId(); last !== undefined; last = lastId()) {
      const messages = await after(last);
      if (stopped || messages.length === 0) return;
      append(messages);
      // Without getting on there is no end: what was here was taken away meanwhile.
      if ((lastId() ?? 0) <= last) return;
    }
  }

  return {
    ask,
    heard(message, previousId) {
      const last = lastId();
      if (last === undefined || message.id <= last) return;
      if (previousId === last && !asking) append([message]);
      else ask();
    },
    stop() {
      stopped = true;
      again = false;
      clearTimeout(pause);
    },
  };
}
