import { useState } from 'react';
import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { DeletePost } from './DeletePost';
import { EditTopic } from './EditTopic';
import { Post } from './Post';
import { PostActions } from './PostActions';
import { quote } from './quote';

export function OpeningPost({ topic }: { readonly topic: Topic }) {
  const text = useText();
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null);
  const done = () => setDoing(null);
  return (
    <>
      <Post
        post={topic}
        label={text('topic.openingPost')}
        editor={doing === 'edit' && <EditTopic topic={topic} onDone={done} />}
        actions={
          <PostActions
            permissions={topic.permissions}
            onQuote={topic.permissions.reply ? () => quote(topic.id, topic) : undefined}
            onEdit={() => setDoing('edit')}
            onDelete={() => setDoing('delete')}
          />
        }
      />
      {doing === 'delete' && (
        <DeletePost kind="topic" topicId={topic.id} id={topic.id} onDone={done} />
      )}
    </>
  );
}
