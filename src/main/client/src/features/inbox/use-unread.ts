import { useQuery } from '@tanstack/react-query';
import { useMember } from '@/lib/entities/session';
import { latestQuery } from './entities';

/** How many notifications the member has not read; none for a guest, and until it is known. */
export function useUnread(): number {
  const member = useMember();
  const unread = useQuery({
    ...latestQuery,
    enabled: Boolean(member),
    select: (inbox) => inbox.unread,
  }).data;
  return member ? (unread ?? 0) : 0;
}
