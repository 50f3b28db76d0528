import { answerInTime, answerTo, api } from '@/lib/api/client';
import type { Reply, Topic } from '@/lib/api/types';
import type { Attempt } from '@/lib/drafts';

export function addReply(topicId: number, content: string, attempt: Attempt): Promise<Reply> {
  return answerTo(
    api.POST('/api/reply/add', {
      params: { header: { 'Idempotency-Key': attempt.key } },
      body: { topicId, content },
      signal: answerInTime(),
    }),
  );
}

export interface TopicText {
  readonly title: string;
  readonly boardId: number;
  readonly content: string;
  readonly version: number;
}

export function editTopic(id: number, body: TopicText): Promise<Topic> {
  return answerTo(
    api.PUT('/api/topic/{id}', { params: { path: { id } }, body, signal: answerInTime() }),
  );
}

export function editReply(id: number, body: { content: string; version: number }): Promise<Reply> {
  return answerTo(
    api.PUT('/api/reply/{id}', { params: { path: { id } }, body, signal: answerInTime() }),
  );
}

export function remove(kind: 'topic' | 'reply', id: number): Promise<unknown> {
  const params = { path: { id } };
  return answerTo(
    kind === 'topic'
      ? api.DELETE('/api/topic/{id}', { params })
      : api.DELETE('/api/reply/{id}', { params }),
  );
}
