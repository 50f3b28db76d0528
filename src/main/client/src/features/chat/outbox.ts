import type { Message } from '@/lib/api/types';
import { holdPage } from '@/lib/leaving';
import { tabStorage } from '@/lib/storage';
import { createStore, type Store } from '@/lib/store';
import { randomUuid } from '@/lib/uuid';

/** A message on its way: it is stored once, however often it is sent, since its client id stays the same. */
export interface Outgoing {
  readonly clientId: string;
  readonly roomId: string;
  readonly content: string;
  /** When it was written. */
  readonly at: string;
  /** The last message that was there then: what is stored of it has a larger id. */
  readonly after: number;
  /** Why the server did not take it; it is not sent again by itself. */
  readonly refusal?: Refusal | undefined;
  /** What became of it, until it is among the room's messages. */
  readonly stored?: Message;
}

/** As a status of HTTP, with the server's words. */
export interface Refusal {
  readonly status: number;
  readonly detail: string;
}

export interface Outbox extends Omit<Store<readonly Outgoing[]>, 'set'> {
  readonly add: (message: Pick<Outgoing, 'roomId' | 'content' | 'after'>) => void;
  readonly settle: (clientId: string, stored: Message) => void;
  readonly refuse: (clientId: string, refusal: Refusal) => void;
  /** Sends what was refused once more. */
  readonly retry: (clientId: string) => void;
  readonly remove: (clientId: string) => void;
}

const outboxes = new Map<number, Outbox>();

/** What a member has written in this tab and is not stored yet; it survives a reload. */
export function outboxOf(memberId: number): Outbox {
  const known = outboxes.get(memberId) ?? createOutbox(`parley.outbox.${memberId}`);
  outboxes.set(memberId, known);
  return known;
}

export function createOutbox(key: string): Outbox {
  const store = createStore<readonly Outgoing[]>(read(key));
  const set = (messages: readonly Outgoing[]) => {
    const unsent = messages.filter(({ stored }) => !stored);
    if (unsent.length > 0) tabStorage.write(key, JSON.stringify(unsent));
    else tabStorage.remove(key);
    // Another tab, or a later visit, would not have them.
    holdPage(key, unsent.length > 0);
    store.set(messages);
  };
  const replace = (clientId: string, by: (message: Outgoing) => Outgoing) =>
    set(store.get().map((each) => (each.clientId === clientId ? by(each) : each)));
  return {
    get: store.get,
    subscribe: store.subscribe,
    add: (message) =>
      set([...store.get(), { ...message, clientId: randomUuid(), at: new Date().toISOString() }]),
    settle: (clientId, stored) => replace(clientId, (message) => ({ ...message, stored })),
    refuse: (clientId, refusal) => replace(clientId, (message) => ({ ...message, refusal })),
    retry: (clientId) => replace(clientId, (message) => ({ ...message, refusal: undefined })),
    remove: (clientId) => set(store.get().filter((each) => each.clientId !== clientId)),
  };
}

/** What a member sent to a room that is not among its stored messages, to be shown below them. */
export function unstored(
  outgoing: readonly Outgoing[],
  stored: readonly Message[],
  me: number,
): readonly (Message | Outgoing)[] {
  const lastId = stored.at(-1)?.id ?? 0;
  const answered = new Set(outgoing.map((message) => message.stored?.id));
  return outgoing.flatMap((message): readonly (Message | Outgoing)[] => {
    if (message.stored) return message.stored.id > lastId ? [message.stored] : [];
    if (message.refusal) return [message];
    // The event, or what was fetched, may be faster than the answer that names it.
    const copy = stored.find(
      ({ id, senderId, content }) =>
        id > message.after && senderId === me && content === message.content && !answered.has(id),
    );
    answered.add(copy?.id);
    return copy ? [] : [message];
  });
}

function read(key: string): readonly Outgoing[] {
  try {
    const kept: unknown = JSON.parse(tabStorage.read(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOutgoing) : [];
  } catch {
    return [];
  }
}

function isOutgoing(value: unknown): value is Outgoing {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['clientId', 'roomId', 'content', 'at'].every(
      (key) => typeof (value as Record<string, unknown>)[key] === 'string',
    )
  );
}
