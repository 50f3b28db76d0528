import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemState } from '@/components/state/Problem';
import { Loading } from '@/components/skeleton/Skeleton';
import { signInPath } from '@/lib/paths';
import { endedSession, sessionQuery } from '@/lib/entities/session';
import { useStore } from '@/lib/store';

/**
 * Shows a page to members and asks guests to sign in. A session that ends while the page is open leaves it where it
 * is, with what was typed; the banner above offers the way back in.
 */
export function MembersOnly({ children }: { readonly children: ReactNode }) {
  const { pathname, search } = useLocation();
  const session = useQuery(sessionQuery);
  const ended = useStore(endedSession);
  if (session.isPending) return <Loading />;
  if (session.isError) {
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} />;
  }
  if (!session.data && !ended) return <Navigate to={signInPath(pathname + search)} replace />;
  return children;
}
