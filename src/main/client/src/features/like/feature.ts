import { postActions } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { LikeAction } from './LikeAction';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Members like posts of others. */
export const like: Feature = {
  name: 'like',
  slots: [inSlot(postActions, 5, LikeAction)],
  messages: messagesOf('like'),
};
