import { useState } from 'react';
import { Note } from '@/components/state/Note';
import type { Reply } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { names } from '@/lib/names';
import { useMember } from '@/lib/session';
import { DeletePost } from './DeletePost';
import { EditReply } from './EditReply';
import { FloorLink } from './FloorLink';
import { Post } from './Post';
import { PostActions } from './PostActions';
import { quote } from './quote';
import css from './topic.module.css';

interface Props {
  readonly reply: Reply;
  /** Whether a permalink led here. */
  readonly marked: boolean;
  /** Whether it was deleted while it is being edited here. */
  readonly isGone: boolean;
  /** Editing begins, or ends. */
  readonly onEdit: (begins: boolean) => void;
}

export function ReplyPost({ reply, marked, isGone, onEdit }: Props) {
  const text = useText();
  const member = useMember();
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const done = () => {
    setDoing(null);
    onEdit(false);
  };
  const edit = () => {
    setDoing('edit');
    onEdit(true);
  };
  return (
    <li
      id={`floor-${reply.floor}`}
      tabIndex={-1}
      className={names(css.reply, marked && css.marked)}
    >
      <Post
        post={reply}
        label={text('topic.replyBy', { floor: reply.floor, name: reply.author.username })}
        floor={<FloorLink topicId={reply.topicId} floor={reply.floor} />}
        editor={
          doing === 'edit' && (
            <>
              {isGone && <Note>{text('topic.goneReply')}</Note>}
              <EditReply reply={reply} onDone={done} />
            </>
          )
        }
        actions={
          <PostActions
            permissions={reply.permissions}
            onQuote={member ? () => quote(reply.topicId, reply) : undefined}
            onEdit={edit}
            onDelete={() => setDoing('delete')}
          />
        }
      />
      {doing === 'delete' && (
        <DeletePost kind="reply" topicId={reply.topicId} id={reply.id} onDone={done} />
      )}
    </li>
  );
}
