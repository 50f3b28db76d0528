import { useState } from 'react';
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
}

export function ReplyPost({ reply, marked }: Props) {
  const text = useText();
  const member = useMember();
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const done = () => setDoing(null);
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
        editor={doing === 'edit' && <EditReply reply={reply} onDone={done} />}
        actions={
          <PostActions
            permissions={reply.permissions}
            onQuote={member ? () => quote(reply.topicId, reply) : undefined}
            onEdit={() => setDoing('edit')}
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
