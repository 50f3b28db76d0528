import highlighter from 'highlight.js/lib/core';
import { languageOf } from './languages';
import './highlight.css';

/** Colouring more than this would hold up the page; so long a block is read as it is. */
const LONGEST = 60_000;

/** Colours each block whose language is known; the others stay as they are. */
export async function highlight(blocks: Iterable<HTMLElement>, stop: AbortSignal): Promise<void> {
  await Promise.all([...blocks].map((block) => highlightOne(block, stop)));
}

async function highlightOne(block: HTMLElement, stop: AbortSignal): Promise<void> {
  const language = languageOf(block.className);
  const source = block.textContent;
  if (!language || source.length > LONGEST) return;
  if (!highlighter.getLanguage(language.name)) {
    const { default: grammar } = await language.load();
    highlighter.registerLanguage(language.name, grammar);
  }
  if (stop.aborted) return;
  // The highlighter escapes the source itself: what it answers holds no markup but its own spans.
  block.innerHTML = highlighter.highlight(source, {
    language: language.name,
    ignoreIllegals: true,
  }).value;
}
