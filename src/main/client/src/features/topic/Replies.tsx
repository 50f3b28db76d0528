import { useState } from 'react';
import type { Reply } from '@/lib/api/types';
import { ReplyPost } from './ReplyPost';
import css from './topic.module.css';

interface Props {
  readonly replies: readonly Reply[];
  /** The reply a permalink leads to. */
  readonly marked: number | undefined;
}

/**
 * The replies in their order. One that is being edited stays as long as it is, also when somebody deletes it
 * meanwhile: what is typed must not go with it.
 */
export function Replies({ replies, marked }: Props) {
  const [edited, setEdited] = useState<readonly Reply[]>([]);
  const gone = edited.filter(({ id }) => replies.every((reply) => reply.id !== id));
  const all = [...replies, ...gone].sort((a, b) => a.floor - b.floor);
  const edit = (reply: Reply, begins: boolean) =>
    setEdited((before) => [
      ...before.filter(({ id }) => id !== reply.id),
      ...(begins ? [reply] : []),
    ]);
  return (
    <ol className={css.posts}>
      {all.map((reply) => (
        <ReplyPost
          key={reply.id}
          reply={reply}
          isGone={gone.includes(reply)}
          marked={reply.floor === marked}
          onEdit={(begins) => edit(reply, begins)}
        />
      ))}
    </ol>
  );
}
