import { answerInTime, answerTo, api } from '@/lib/api/client';
import { ProblemError } from '@/lib/api/problem';
import type { Reply, Topic } from '@/lib/api/types';

export function addReply(topicId: number, content: string, key: string): Promise<Reply> {
  return answerTo(
    api.POST('/api/reply/add', {
      params: { header: { 'Idempotency-Key': key } },
      body: { topicId, content },
      signal: answerInTime(),
    }),
  );
}

/** A reply as it is on the server now. */
export async function latestReply(topicId: number, floor: number): Promise<Reply> {
  const params = { path: { id: topicId }, query: { floor } };
  const { replies } = await answerTo(api.GET('/api/topic/{id}', { params }));
  const reply = replies.items.find((each) => each.floor === floor);
  if (!reply) throw new ProblemError({ type: 'about:blank', title: '', status: 404, detail: '' });
  return reply;
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

/**
 * @param reason why somebody else's post is deleted; empty for none
 */
export function remove(kind: 'topic' | 'reply', id: number, reason: string): Promise<unknown> {
  const params = { path: { id }, query: reason ? { reason } : {} };
  return answerTo(
    kind === 'topic'
      ? api.DELETE('/api/topic/{id}', { params })
      : api.DELETE('/api/reply/{id}', { params }),
  );
}

export function restore(kind: 'topic' | 'reply', id: number): Promise<unknown> {
  const params = { path: { id } };
  return answerTo(
    kind === 'topic'
      ? api.POST('/api/topic/{id}/restore', { params })
      : api.POST('/api/reply/{id}/restore', { params }),
  );
}
