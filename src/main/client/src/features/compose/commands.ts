import { answerInTime, answerTo, api } from '@/lib/api/client';
import type { Topic } from '@/lib/api/types';

interface TopicText {
  readonly title: string;
  readonly content: string;
  readonly boardId: number;
}

export function addTopic(body: TopicText, key: string): Promise<Topic> {
  const header = { 'Idempotency-Key': key };
  return answerTo(api.POST('/api/topic/add', { params: { header }, body, signal: answerInTime() }));
}

export function editTopic(id: number, body: TopicText & { version: number }): Promise<Topic> {
  return answerTo(
    api.PUT('/api/topic/{id}', { params: { path: { id } }, body, signal: answerInTime() }),
  );
}

/** A topic as it is on the server now. */
export const latestTopic = (id: number): Promise<Topic> =>
  answerTo(api.GET('/api/topic/{id}', { params: { path: { id } } }));
