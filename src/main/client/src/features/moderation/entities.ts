import type { QueryClient } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { Topic } from '@/lib/api/types';
import { refreshTopics } from '@/lib/entities/topic';

export interface TopicState {
  readonly pinned?: Topic['pinned'];
  readonly locked?: boolean;
  readonly hidden?: boolean;
  readonly reason?: string;
}

export async function setState(queries: QueryClient, id: number, state: TopicState): Promise<void> {
  await answerTo(api.PUT('/api/topic/{id}/state', { params: { path: { id } }, body: state }));
  refreshTopics(queries);
}

export async function restoreTopic(queries: QueryClient, id: number): Promise<void> {
  await answerTo(api.POST('/api/topic/{id}/restore', { params: { path: { id } } }));
  refreshTopics(queries);
}

export async function moveTopic(
  queries: QueryClient,
  id: number,
  boardId: number,
  reason: string,
): Promise<void> {
  await answerTo(
    api.POST('/api/topic/{id}/move', { params: { path: { id } }, body: { boardId, reason } }),
  );
  refreshTopics(queries);
}

export async function mergeTopic(
  queries: QueryClient,
  id: number,
  into: number,
  reason: string,
): Promise<void> {
  await answerTo(
    api.POST('/api/topic/{id}/merge', { params: { path: { id } }, body: { into, reason } }),
  );
  refreshTopics(queries);
}

export interface SplitDraft {
  readonly replyIds: number[];
  readonly title: string;
  readonly boardId: number;
  readonly reason: string;
}

/** Gives the id of the new topic. */
export async function splitTopic(
  queries: QueryClient,
  id: number,
  body: SplitDraft,
  key: string,
): Promise<number> {
  const { topicId } = await answerTo(
    api.POST('/api/topic/{id}/split', {
      params: { path: { id }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
  refreshTopics(queries);
  return topicId;
}
