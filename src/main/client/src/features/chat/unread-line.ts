import type { Message } from '@/lib/api/types';

/** What was here when it was last looked, and the message above which "unread from here" stands. */
export interface Line {
  readonly lastId: number;
  readonly above?: number | undefined;
}

/** Where the line stands on coming in: above the first of so many unread messages of the other member. */
export function lineAtOpening(messages: readonly Message[], me: number, unread: number): Line {
  const theirs = messages.filter(({ senderId }) => senderId !== me);
  const above = unread > 0 ? theirs.at(-unread)?.id : undefined;
  return { lastId: messages.at(-1)?.id ?? 0, above };
}

/**
 * Where the line stands when more has come. Who answers has read: the line goes. Else it stays where it is while
 * somebody is away, and stands anew above what comes to somebody who had read all.
 */
export function lineAfter(
  line: Line,
  messages: readonly Message[],
  me: number,
  { attending, readUpTo }: { readonly attending: boolean; readonly readUpTo: number },
): Line {
  const fresh = messages.filter(({ id }) => id > line.lastId);
  const lastId = fresh.at(-1)?.id ?? line.lastId;
  if (fresh.some(({ senderId }) => senderId === me)) return { lastId };
  const stands = line.above !== undefined && line.above > readUpTo;
  return { lastId, above: attending || stands ? line.above : fresh[0]?.id };
}
