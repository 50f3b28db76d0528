import { foldQuotes } from './quotes';

export interface Labels {
  readonly code: string;
  readonly table: string;
  /** The earlier of many quotations within each other. */
  readonly quotes: string;
  readonly copy: string;
  readonly wrap: string;
  readonly codeTools: string;
}

/**
 * Readies a rendered text for reading: wide tables and code scroll by themselves and can be reached with the keyboard,
 * deep quotations are folded, pictures load when they come near, and code is coloured and gets its tools (both are
 * fetched only where there is code).
 */
export function prepare(
  root: HTMLElement,
  labels: Labels,
  onCopy: (code: string) => void,
): () => void {
  for (const image of root.querySelectorAll('img')) {
    image.loading = 'lazy';
    image.decoding = 'async';
  }
  for (const table of root.querySelectorAll('table')) wrapTable(table);
  foldQuotes(root, labels.quotes);
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) reachable(target as HTMLElement, labels);
  });
  for (const box of root.querySelectorAll('pre, .table-scroll')) watch.observe(box);

  const stop = new AbortController();
  const blocks = root.querySelectorAll<HTMLElement>('pre > code');
  if (root.querySelector('pre > code[class*="language-"]')) {
    void import('./highlight').then(({ highlight }) => highlight(blocks, stop.signal));
  }
  if (blocks.length > 0) {
    void import('./code-tools').then(({ addTools }) => {
      if (!stop.signal.aborted) addTools(blocks, labels, onCopy, stop.signal);
    });
  }
  return () => {
    stop.abort();
    watch.disconnect();
  };
}

function wrapTable(table: HTMLTableElement): void {
  if (table.parentElement?.className === 'table-scroll') return;
  const box = document.createElement('div');
  box.className = 'table-scroll';
  table.replaceWith(box);
  box.append(table);
}

/** Only what really scrolls is a stop for the Tab key. */
function reachable(box: HTMLElement, labels: Labels): void {
  if (box.scrollWidth > box.clientWidth) {
    box.tabIndex = 0;
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', box.tagName === 'PRE' ? labels.code : labels.table);
  } else {
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}
