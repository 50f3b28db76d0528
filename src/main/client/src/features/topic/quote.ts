import type { Author } from '@/lib/api/types';
import { paths } from '@/lib/paths';
import { createStore } from '@/lib/store';

interface Quotation {
  readonly topicId: number;
  readonly markdown: string;
}

/** What the reader asked to quote, until the reply box has taken it. */
export const pendingQuotation = createStore<Quotation | null>(null);

interface Dock {
  readonly topicId: number;
  /** What has the focus again when the box is closed. */
  readonly opener: Element | null;
}

/** The topic whose reply box lies over the lower edge of the page, so that the reader's place is kept. */
export const dock = createStore<Dock | null>(null);

export interface Quotable {
  readonly topicId: number;
  /** Undefined for the topic's own text. */
  readonly floor: number | undefined;
  readonly author: Author;
  readonly content: string;
}

/** Quotes a post, or what of it is selected. */
export async function quote(post: Quotable): Promise<void> {
  const opener = document.activeElement;
  const selected = selectedIn(post);
  const content = selected === undefined ? post.content : await markdownOf(selected);
  dock.set({ topicId: post.topicId, opener });
  pendingQuotation.set({ topicId: post.topicId, markdown: asQuotation(post, content) });
}

/** Marks every line as quoted, below a line that says who wrote it and leads there. */
export function asQuotation({ topicId, floor, author }: Quotable, content: string): string {
  const place = floor === undefined ? paths.topic(topicId) : paths.floor(topicId, floor);
  const lines = content
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd()
    .split(/\r?\n/);
  const quoted = lines.map((line) => (line.trim() === '' ? '>' : `> ${line}`));
  return `> [@${author.username}](${place}):\n>\n${quoted.join('\n')}`;
}

/** What is selected of the text of a post; undefined where nothing is, or something else too. */
function selectedIn({ floor }: Quotable): DocumentFragment | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: within } = range;
  const element = within instanceof Element ? within : within.parentElement;
  const prose = element?.closest('.prose');
  if (!prose || selection.toString().trim() === '') return undefined;
  const place = prose.closest('[id^="floor-"]')?.id;
  if (place !== (floor === undefined ? undefined : `floor-${floor}`)) return undefined;
  if (!prose.closest('article')) return undefined;
  return withAncestors(range, prose);
}

/** A part of one list item or of one bold word is that still. */
function withAncestors(range: Range, prose: Element): DocumentFragment {
  let content = range.cloneContents();
  const { commonAncestorContainer: within } = range;
  let element = within instanceof Element ? within : within.parentElement;
  while (element && element !== prose) {
    const copy = element.cloneNode(false);
    copy.appendChild(content);
    content = document.createDocumentFragment();
    content.appendChild(copy);
    element = element.parentElement;
  }
  return content;
}

async function markdownOf(fragment: DocumentFragment): Promise<string> {
  const holder = document.createElement('div');
  holder.append(fragment);
  try {
    const { toMarkdown } = await import('@/components/editor/html-to-markdown');
    return toMarkdown(holder.innerHTML);
  } catch {
    return holder.textContent;
  }
}
