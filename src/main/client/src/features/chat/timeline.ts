import type { Message } from '@/lib/api/types';
import type { Outgoing } from './outbox';

/** A message that is stored, or one on its way. */
export type Text = Message | Outgoing;

export const isStored = (text: Text): text is Message => 'id' in text;

/** What is drawn one below the other. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'line'; readonly key: string }
  | MessageRow;

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly text: Text;
  readonly mine: boolean;
  readonly at: string;
  /** Whether it is the first, and the last, of what somebody said in one go. */
  readonly starts: boolean;
  readonly ends: boolean;
}

interface Conversation {
  readonly texts: readonly Text[];
  readonly me: number;
  /** The message above which the line stands. */
  readonly lineAbove: number | undefined;
  /** The name of the day that a time is in. */
  readonly dayOf: (at: string) => string;
}

/** What is said by one member within this many milliseconds belongs together. */
const IN_ONE_GO = 5 * 60_000;

export function timelineOf(conversation: Conversation): readonly Row[] {
  const { texts, me, lineAbove, dayOf } = conversation;
  const rows: Row[] = [];
  let day: string | undefined;
  texts.forEach((text, index) => {
    const before = texts[index - 1];
    const after = texts[index + 1];
    const today = dayOf(timeOf(text));
    if (today !== day) rows.push({ kind: 'day', key: `day of ${keyOf(text)}`, day: today });
    day = today;
    const isLine = (each: Text) => isStored(each) && each.id === lineAbove;
    if (isLine(text)) rows.push({ kind: 'line', key: 'line' });
    const joined = (one?: Text, next?: Text) =>
      one !== undefined && next !== undefined && !isLine(next) && inOneGo(one, next, me, dayOf);
    rows.push({
      kind: 'message',
      key: keyOf(text),
      text,
      mine: isMine(text, me),
      at: timeOf(text),
      starts: !joined(before, text),
      ends: !joined(text, after),
    });
  });
  return rows;
}

function inOneGo(one: Text, next: Text, me: number, dayOf: (at: string) => string): boolean {
  const [earlier, later] = [timeOf(one), timeOf(next)];
  return (
    isMine(one, me) === isMine(next, me) &&
    Date.parse(later) - Date.parse(earlier) < IN_ONE_GO &&
    dayOf(earlier) === dayOf(later)
  );
}

const keyOf = (text: Text) => (isStored(text) ? String(text.id) : text.clientId);
const timeOf = (text: Text) => (isStored(text) ? text.createdAt : text.at);
const isMine = (text: Text, me: number) => !isStored(text) || text.senderId === me;
