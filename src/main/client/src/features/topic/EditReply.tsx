import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ProblemError } from '@/lib/api/problem';
import type { Reply } from '@/lib/api/types';
import { topicQuery } from '@/lib/entities/topic';
import { putEditedReply } from '@/lib/entities/topic-writes';
import { lazyPart } from '@/components/slot/lazy-part';
import { SkeletonLine } from '@/components/skeleton/Skeleton';
import { editReply } from './commands';

const EditForm = lazyPart(() => import('./EditForm'));

interface Props {
  readonly reply: Reply;
  readonly onDone: () => void;
}

export function EditReply({ reply, onDone }: Props) {
  const queries = useQueryClient();
  const latest = async () => {
    const part = { floor: reply.floor };
    const topic = await queries.query({ ...topicQuery(reply.topicId, part), staleTime: 0 });
    const found = topic.replies.items.find(({ id }) => id === reply.id);
    if (found) return { content: found.content, version: found.version };
    throw new ProblemError({
      type: '/problems/not-found',
      title: 'Not Found',
      status: 404,
      detail: '',
    });
  };
  return (
    <Suspense fallback={<SkeletonLine height="14rem" />}>
      <EditForm
        place={`reply.${reply.id}`}
        current={{ content: reply.content, version: reply.version }}
        save={async ({ content, version }) => {
          const answer = await editReply(reply.id, { content, version });
          putEditedReply(queries, answer);
          return { content: answer.content, version: answer.version };
        }}
        latest={latest}
        onDone={onDone}
      />
    </Suspense>
  );
}
