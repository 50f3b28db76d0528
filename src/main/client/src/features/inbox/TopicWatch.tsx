import { lazy } from 'react';
import type { Topic } from '@/lib/api/types';
import { useMember } from '@/lib/entities/session';

const MemberWatch = lazy(() => import('./MemberWatch'));

/** Nothing for guests, who are most of the readers. */
export function TopicWatch({ topic }: { readonly topic: Topic }) {
  return useMember() ? <MemberWatch topic={topic} /> : null;
}
