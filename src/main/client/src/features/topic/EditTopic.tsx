import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { Topic } from '@/lib/api/types';
import { boardsQuery } from '@/lib/entities/board';
import { topicQuery } from '@/lib/entities/topic';
import { putEditedTopic } from '@/lib/entities/topic-writes';
import { lazyPart } from '@/components/slot/lazy-part';
import { SkeletonLine } from '@/components/skeleton/Skeleton';
import { editTopic } from './commands';

const EditForm = lazyPart(() => import('./EditForm'));

interface Props {
  readonly topic: Topic;
  readonly onDone: () => void;
}

export function EditTopic({ topic, onDone }: Props) {
  const queries = useQueryClient();
  const boards = useQuery(boardsQuery);
  const textOf = ({ title, board, content, version }: Topic) => ({
    title,
    boardId: board.id,
    content,
    version,
  });
  return (
    <Suspense fallback={<SkeletonLine height="14rem" />}>
      <EditForm
        place={`topic.${topic.id}`}
        current={textOf(topic)}
        boards={boards.data?.items ?? [topic.board]}
        save={async ({ title = '', boardId = topic.board.id, content, version }) => {
          const answer = await editTopic(topic.id, { title, boardId, content, version });
          putEditedTopic(queries, topic, answer);
          return textOf(answer);
        }}
        latest={async () =>
          textOf(await queries.query({ ...topicQuery(topic.id, { page: 1 }), staleTime: 0 }))
        }
        onDone={onDone}
      />
    </Suspense>
  );
}
