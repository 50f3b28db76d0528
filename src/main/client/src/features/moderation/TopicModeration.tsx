import { lazyPart } from '@/components/slot/lazy-part';
import type { Topic } from '@/lib/api/types';

const TopicMenu = lazyPart(() => import('./TopicMenu'));

/** Nothing for those who do not moderate the topic. */
export function TopicModeration({ topic }: { readonly topic: Topic }) {
  return topic.permissions.moderate ? <TopicMenu topic={topic} /> : null;
}
