import { topicMeta } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import type english from './messages-later/en.json';
import { TopicModeration } from './TopicModeration';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** What moderators do with topics. All of it is loaded for them alone. */
export const moderation: Feature = {
  name: 'moderation',
  slots: [inSlot(topicMeta, 20, TopicModeration)],
};
