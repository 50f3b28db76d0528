import { Note } from '@/components/state/Note';
import type { Reply, Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { FloorLink } from './FloorLink';
import { Post } from './Post';
import { usePermissions } from './use-permissions';
import css from './topic.module.css';

interface Props {
  readonly topic: Topic;
  readonly reply: Reply;
  /** Whether a permalink led here. */
  readonly marked: boolean;
  /** Whether it was deleted while it is being edited here. */
  readonly isGone: boolean;
  /** Editing begins, or ends. */
  readonly onEdit: (begins: boolean) => void;
}

export function ReplyPost({ topic, reply, marked, isGone, onEdit }: Props) {
  const text = useText();
  const ask = usePermissions(reply);
  return (
    <li
      id={`floor-${reply.floor}`}
      tabIndex={-1}
      className={classNames(css.reply, marked && css.marked)}
      onPointerEnter={ask}
      onFocus={ask}
    >
      <Post
        topic={topic}
        reply={reply}
        label={text('topic.replyBy', { floor: reply.floor, name: reply.author.username })}
        floor={<FloorLink topicId={reply.topicId} floor={reply.floor} />}
        note={isGone && <Note>{text('topic.goneReply')}</Note>}
        onReplace={onEdit}
      />
    </li>
  );
}
