import { useState } from 'react';
import type { Reply, Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { ReplyPost } from './ReplyPost';
import css from './topic.module.css';

interface Props {
  readonly topic: Topic;
  /** The reply a permalink leads to. */
  readonly marked: number | undefined;
  /** Whether these are of the page before, until the one that was asked for is there. */
  readonly waiting: boolean;
}

/**
 * The replies in their order. One that is being edited stays as long as it is, also when somebody deletes it
 * meanwhile: what is typed must not go with it.
 */
export function Replies({ topic, marked, waiting }: Props) {
  const text = useText();
  const { replyCount: count } = topic;
  const replies = topic.replies.items;
  const [edited, setEdited] = useState<readonly Reply[]>([]);
  const gone = edited.filter(({ id }) => replies.every((reply) => reply.id !== id));
  const all = [...replies, ...gone].sort((a, b) => a.floor - b.floor);
  const edit = (reply: Reply, begins: boolean) =>
    setEdited((before) => [
      ...before.filter(({ id }) => id !== reply.id),
      ...(begins ? [reply] : []),
    ]);
  if (count === 0 && all.length === 0) return null;
  return (
    <section aria-labelledby="replies" className={classNames(waiting && css.waiting)}>
      <h2 id="replies" className={css.repliesTitle}>
        {text('post.replies', { count })}
      </h2>
      <ol className={css.posts}>
        {all.map((reply) => (
          <ReplyPost
            key={reply.id}
            topic={topic}
            reply={reply}
            isGone={gone.includes(reply)}
            marked={reply.floor === marked}
            onEdit={(begins) => edit(reply, begins)}
          />
        ))}
      </ol>
    </section>
  );
}
