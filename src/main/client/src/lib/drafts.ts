import { storage } from './storage';
import { randomUuid } from './uuid';

/**
 * Where a text is being written. The member is part of it: on a shared machine nobody is shown another's text, and
 * whoever signs in again after their session ended finds theirs.
 */
export type DraftPlace =
  `${number}.${'topic.new' | `topic.${number}` | `reply.${number}` | `reply-to.${number}` | `chat.${string}`}`;

export interface Draft {
  readonly title?: string;
  readonly boardId?: number;
  readonly content: string;
  /** The version an edit began from: with it a later change by somebody else is noticed even after a reload. */
  readonly version?: number;
  readonly attempt?: Attempt;
}

/** A sending that has begun: the same text sent again carries the same key, so it is never posted twice. */
export interface Attempt {
  readonly key: string;
  readonly body: string;
}

const keyOf = (place: DraftPlace) => `parley.draft.${place}`;

export function readDraft(place: DraftPlace): Draft | undefined {
  const text = storage.read(keyOf(place));
  if (text === null) return undefined;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

export function writeDraft(place: DraftPlace, draft: Draft): void {
  storage.write(keyOf(place), JSON.stringify(draft));
}

export function dropDraft(place: DraftPlace): void {
  storage.remove(keyOf(place));
}

/** The key for sending this body: the former one when an earlier sending of just this body may have arrived. */
export function attemptFor(body: unknown, earlier: Attempt | undefined): Attempt {
  const text = JSON.stringify(body);
  return earlier?.body === text ? earlier : { key: randomUuid(), body: text };
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'content' in value &&
    typeof value.content === 'string'
  );
}
