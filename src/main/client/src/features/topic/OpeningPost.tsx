import type { Topic } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { Post } from './Post';

export function OpeningPost({ topic }: { readonly topic: Topic }) {
  const text = useText();
  return <Post topic={topic} reply={undefined} label={text('topic.openingPost')} />;
}
