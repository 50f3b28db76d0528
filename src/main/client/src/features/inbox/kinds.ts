import type { MessageId } from '@/lib/i18n/i18n';
import type { Notification } from './entities';

type Words = { readonly one: MessageId; readonly many: MessageId };

/** What is said of each kind, for one notice and for several. */
const KINDS: Readonly<Record<string, Words>> = {
  mention: { one: 'inbox.mention', many: 'inbox.mention' },
  reply: { one: 'inbox.reply', many: 'inbox.replies' },
  watched: { one: 'inbox.watched', many: 'inbox.watchedMany' },
  likeTopic: { one: 'inbox.likeTopic', many: 'inbox.likesTopic' },
  likeReply: { one: 'inbox.likeReply', many: 'inbox.likesReply' },
};

/** What a moderator did. */
const DONE: Readonly<Record<string, MessageId>> = {
  hide: 'inbox.hidden',
  delete: 'inbox.deleted',
  restore: 'inbox.restored',
  move: 'inbox.moved',
  merge: 'inbox.merged',
};

const OTHER: Words = { one: 'inbox.other', many: 'inbox.other' };

/** A kind that this client does not know yet is still shown. */
export function kindMessage({ kind, count, reply, note }: Notification): MessageId {
  if (note) return DONE[note.action] ?? 'inbox.moderated';
  const name = kind === 'like' ? (reply ? 'likeReply' : 'likeTopic') : kind;
  const words = KINDS[name] ?? OTHER;
  return count > 1 ? words.many : words.one;
}
