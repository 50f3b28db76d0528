import type { ComponentType } from 'react';
import type { CurrentUser, Reply, Topic, TopicSummary } from '@/lib/api/types';
import { slot } from '@/lib/feature';

/** A post: the topic's own text, or one of its replies. */
export interface PostProps {
  readonly topic: Topic;
  /** Undefined for the topic's own text. */
  readonly reply: Reply | undefined;
}

/** What an action shows, such as an editor or a dialog, until it says that it is done. */
export interface PostOverlay {
  readonly Overlay: ComponentType<PostProps & { readonly onDone: () => void }>;
  /** Whether it stands in place of the post's text. */
  readonly replacesText?: boolean;
}

export interface PostActionProps extends PostProps {
  readonly open: (overlay: PostOverlay) => void;
}

/** What a reader can do with a post, each an `Action`. */
export const postActions = slot<PostActionProps>('post.actions');

/** Below the text of a post: what belongs to it, such as a poll. */
export const postBelow = slot<PostProps>('post.below');

/** In the line above a topic's title, after its board. */
export const topicMeta = slot<{ readonly topic: Topic }>('topic.meta');

/** After a topic's title in a list. */
export const rowBadges = slot<{ readonly topic: TopicSummary }>('row.badges');

/** In the menu of the signed-in member, each an `Action`, a `LinkAction` or a separator. */
export const memberMenu = slot<{ readonly member: CurrentUser }>('menu');

/** Beside the name on the profile of another member. */
export const memberActions = slot<{ readonly memberId: number }>('member.actions');
