import { storage, tabStorage } from './storage';
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
  readonly attempt?: Attempt | undefined;
  /** When it was last changed, in milliseconds of the browser's clock. */
  readonly at?: number;
}

/** A sending that has begun: the same text sent again carries the same key, so it is never posted twice. */
export interface Attempt {
  readonly key: string;
  readonly body: string;
  /** Whether it is sent again by itself until it is answered: nobody has changed the text since. */
  readonly waiting?: boolean;
}

/** A draft as it is stored. A place has a slot for each tab that writes another text there. */
export interface Slot {
  readonly key: string;
  readonly raw: string;
  readonly draft: Draft;
}

export const mainSlot = (place: DraftPlace): string => `parley.draft.${place}`;
export const newSlot = (place: DraftPlace): string => `${mainSlot(place)}~${randomUuid()}`;

/** Whether a slot belongs to a place. */
export const isSlotOf = (place: DraftPlace, key: string): boolean =>
  key === mainSlot(place) || key.startsWith(`${mainSlot(place)}~`);

/** All drafts of a place, the latest first. */
export function slotsOf(place: DraftPlace): readonly Slot[] {
  return storage
    .keys(mainSlot(place))
    .filter((key) => isSlotOf(place, key))
    .flatMap((key) => readSlot(key) ?? [])
    .filter(({ draft }) => !isBlank(draft))
    .toSorted((one, other) => (other.draft.at ?? 0) - (one.draft.at ?? 0));
}

export function readSlot(key: string): Slot | undefined {
  const raw = storage.read(key);
  if (raw === null) return undefined;
  try {
    const draft: unknown = JSON.parse(raw);
    return isDraft(draft) ? { key, raw, draft } : undefined;
  } catch {
    return undefined;
  }
}

/** The draft that is shown in a place: the one this tab wrote there, else the latest. */
export function shownSlot(place: DraftPlace): Slot | undefined {
  const slots = slotsOf(place);
  const own = tabStorage.read(tabKey(place));
  return slots.find(({ key }) => key === own) ?? slots[0];
}

/** Remembers, for a reload, which of a place's drafts is this tab's. */
export function rememberSlot(place: DraftPlace, key: string): void {
  if (tabStorage.read(tabKey(place)) !== key) tabStorage.write(tabKey(place), key);
}

export const readDraft = (place: DraftPlace): Draft | undefined => shownSlot(place)?.draft;

/** Whether there is nothing in it that somebody would miss. */
export const isBlank = ({ title = '', content }: Draft): boolean =>
  title.trim() === '' && content.trim() === '';

/** The attempt after the text was changed: it is not sent by itself any more, but may have arrived. */
export const afterChange = (attempt: Attempt | undefined): Attempt | undefined =>
  attempt && { ...attempt, waiting: false };

/** The key for sending this body: the former one when an earlier sending of just this body may have arrived. */
export function attemptFor(body: unknown, earlier: Attempt | undefined): Attempt {
  const text = JSON.stringify(body);
  return earlier?.body === text ? earlier : { key: randomUuid(), body: text };
}

/** What is left of a draft after a part of it was sent: what was typed meanwhile. */
export function remainderOf(sent: Draft, now: Draft, empty: Draft): Draft {
  const title = sent.title === now.title ? empty.title : now.title;
  const content = remainder(sent.content, now.content);
  const rest = { ...empty, content };
  return title === undefined ? rest : { ...rest, title };
}

/** A text that was changed in its middle is kept whole: it is not for us to say which half of it was meant. */
function remainder(sent: string, now: string): string {
  if (now === sent) return '';
  if (now.startsWith(sent)) return now.slice(sent.length).trimStart();
  if (now.endsWith(sent)) return now.slice(0, -sent.length).trimEnd();
  return now;
}

const tabKey = (place: DraftPlace) => `parley.slot.${place}`;

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'content' in value &&
    typeof value.content === 'string'
  );
}
