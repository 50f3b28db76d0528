import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { useFeatures } from '@/lib/composition';
import { sessionQuery, useAuthor } from '@/lib/entities/session';
import { mayEnter } from '@/lib/staff';
import NotFoundPage from './NotFoundPage';

/** Shows the administration to who may use a part of it. For all others, guests too, there is no such page. */
export function StaffOnly({ children }: { readonly children: ReactNode }) {
  const { admin } = useFeatures();
  const session = useQuery(sessionQuery);
  const member = useAuthor();
  if (session.isPending) return <Loading />;
  if (session.isError) {
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (!member || !admin.some(({ needs }) => mayEnter(member, needs))) return <NotFoundPage />;
  return children;
}
