import { useQueryClient } from '@tanstack/react-query';
import type { Reply } from '@/lib/api/types';
import { useMember } from '@/lib/entities/session';
import { refreshTopic } from '@/lib/entities/topic';
import { isFromEvent } from '@/lib/entities/topic-page';

/**
 * Asks what a member may do with a reply that an event told, when they turn to it: the event has a guest's permissions,
 * and if every reader asked as it comes, all would ask at once.
 */
export function usePermissions(reply: Reply): () => void {
  const queries = useQueryClient();
  const member = useMember();
  return () => {
    if (member && isFromEvent(reply)) void refreshTopic(queries, reply.topicId);
  };
}
