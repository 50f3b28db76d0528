import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '@/lib/api/types';
import { message } from '@/test/samples';
import { type CatchUp, createCatchUp } from './catch-up';
import { lastIdOf, type MessagePages, withAppended } from './message-pages';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const idsOf = (parts: MessagePages | undefined) =>
  parts?.pages.toReversed().flatMap((part) => part.map(({ id }) => id));

/** A room whose server answers at once, unless a test says otherwise. */
function room(loaded: readonly Message[] | undefined, stored: readonly Message[] = []) {
  let parts: MessagePages | undefined = loaded && { pages: [loaded], pageParams: [null] };
  const after = vi.fn((id: number) => Promise.resolve(stored.filter((each) => each.id > id)));
  const catchUp = createCatchUp({
    lastId: () => lastIdOf(parts),
    append: (messages) => {
      parts &&= withAppended(parts, messages);
    },
    after,
  });
  return { catchUp, after, ids: () => idsOf(parts) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a message that an event tells of', () => {
  it('is taken when it follows the last one, without asking', async () => {
    const { catchUp, after, ids } = room([message(5)]);
    catchUp.heard(message(9), 5);
    await settle();
    expect(ids()).toEqual([5, 9]);
    expect(after).not.toHaveBeenCalled();
  });

  it('is the first of an empty room', () => {
    const { catchUp, ids } = room([]);
    catchUp.heard(message(3), 0);
    expect(ids()).toEqual([3]);
  });

  it('is ignored when it is there', () => {
    const { catchUp, ids } = room([message(5), message(9)]);
    catchUp.heard(message(9), 5);
    catchUp.heard(message(5), 0);
    expect(ids()).toEqual([5, 9]);
  });

  it('makes the client ask for what it missed before it', async () => {
    const { catchUp, ids } = room(
      [message(5)],
      [5, 7, 9].map((id) => message(id)),
    );
    catchUp.heard(message(9), 7);
    await settle();
    expect(ids()).toEqual([5, 7, 9]);
  });

  it('is left to the loading as long as nothing is loaded', async () => {
    const { catchUp, after } = room(undefined);
    catchUp.heard(message(9), 7);
    await settle();
    expect(after).not.toHaveBeenCalled();
  });
});

it('asks until nothing comes', async () => {
  const { catchUp, after, ids } = room([message(1)]);
  after.mockResolvedValueOnce([message(2), message(3)]);
  after.mockResolvedValueOnce([message(4)]);
  catchUp.ask();
  await settle();
  expect(ids()).toEqual([1, 2, 3, 4]);
  expect(after.mock.calls).toEqual([[1], [3], [4]]);
});

it('asks once more when something is told while it asks', async () => {
  const { catchUp, after, ids } = room([message(1)], [message(1), message(2)]);
  after.mockResolvedValueOnce([]);
  catchUp.ask();
  catchUp.heard(message(2), 1);
  await settle();
  expect(ids()).toEqual([1, 2]);
});

it('asks again after a while when there was no answer', async () => {
  const { catchUp, after, ids } = room([message(1)], [message(1), message(2)]);
  after.mockRejectedValueOnce(new Error('unreachable'));
  catchUp.ask();
  await settle();
  expect(ids()).toEqual([1]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ids()).toEqual([1, 2]);
});

it('asks no more once it is stopped', async () => {
  const { catchUp, after, ids } = room([message(1)], [message(1), message(2)]);
  catchUp.ask();
  catchUp.stop();
  catchUp.ask();
  await settle();
  expect(ids()).toEqual([1]);
  expect(after).toHaveBeenCalledTimes(1);
});

/** A conversation over a bad network: events and answers are lost, doubled, late and in any order. */
class BadNetwork {
  private readonly random: () => number;
  private readonly stored: Message[] = [];
  private readonly underWay: (() => void)[] = [];
  private parts: MessagePages = { pages: [[]], pageParams: [null] };
  private readonly catchUp: CatchUp;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.catchUp = createCatchUp({
      lastId: () => lastIdOf(this.parts),
      append: (messages) => {
        this.parts = withAppended(this.parts, messages);
        this.expectBeginning();
      },
      after: (id) => this.answer(id),
    });
  }

  async play(messages: number): Promise<void> {
    while (this.stored.length < messages || this.underWay.length > 0) {
      if (this.stored.length < messages && this.random() < 0.4) this.say();
      else if (this.random() < 0.05) this.catchUp.ask();
      else this.deliver();
      await settle();
    }
    this.catchUp.ask();
    while (this.underWay.length > 0) {
      this.deliver();
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(idsOf(this.parts)).toEqual(this.stored.map(({ id }) => id));
  }

  private say(): void {
    const previousId = this.stored.at(-1)?.id ?? 0;
    const said = message(previousId + 1 + Math.floor(this.random() * 3));
    this.stored.push(said);
    const event = () => this.catchUp.heard(said, previousId);
    const copies = this.random() < 0.2 ? 0 : this.random() < 0.2 ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) this.underWay.push(event);
  }

  /** As the room was when it was asked, or is when the answer comes; in parts of four. */
  private answer(id: number): Promise<readonly Message[]> {
    const find = () => this.stored.filter((each) => each.id > id).slice(0, 4);
    const early = this.random() < 0.5 ? find() : undefined;
    const isLost = this.random() < 0.2;
    return new Promise((resolve, reject) => {
      this.underWay.push(() => (isLost ? reject(new Error('lost')) : resolve(early ?? find())));
    });
  }

  private deliver(): void {
    const [next] = this.underWay.splice(Math.floor(this.random() * this.underWay.length), 1);
    next?.();
  }

  /** At every moment: the room's first messages, none left out, none twice. */
  private expectBeginning(): void {
    const ids = idsOf(this.parts) ?? [];
    expect(ids).toEqual(this.stored.slice(0, ids.length).map(({ id }) => id));
  }
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'has every message once and in order over a bad network (seed %i)',
  async (seed) => {
    await new BadNetwork(seed).play(40);
  },
);
