import type { Author } from '@/lib/api/types';
import { createStore } from '@/lib/store';

export interface Quotation {
  readonly topicId: number;
  readonly markdown: string;
}

/** What the reader asked to quote, until the reply editor has taken it. */
export const pendingQuotation = createStore<Quotation | null>(null);

export function quote(topicId: number, post: { author: Author; content: string }): void {
  pendingQuotation.set({ topicId, markdown: asQuotation(post.author.username, post.content) });
}

/** Marks every line as quoted, under the name of who wrote it. */
export function asQuotation(username: string, content: string): string {
  const lines = content.trim().split(/\r?\n/);
  const quoted = lines.map((line) => (line === '' ? '>' : `> ${line}`));
  return `> @${username}:\n>\n${quoted.join('\n')}\n\n`;
}
