/** So many quotations within each other are shown; those within them are folded. */
const SHOWN = 4;

/** Folds the quotations that lie too deep to be followed, each such group behind its own summary. */
export function foldQuotes(root: HTMLElement, label: string): void {
  const tooDeep = Array.from({ length: SHOWN + 1 }, () => 'blockquote').join(' ');
  for (const quote of root.querySelectorAll(tooDeep)) {
    if (depthOf(quote, root) !== SHOWN + 1 || quote.parentElement?.tagName === 'DETAILS') continue;
    const fold = document.createElement('details');
    fold.className = 'quotes';
    const summary = document.createElement('summary');
    summary.textContent = label;
    quote.replaceWith(fold);
    fold.append(summary, quote);
  }
  for (const summary of root.querySelectorAll('details.quotes > summary')) {
    summary.textContent = label;
  }
}

function depthOf(quote: Element, root: HTMLElement): number {
  let depth = 0;
  for (let each: Element | null = quote; each && each !== root; each = each.parentElement) {
    if (each.tagName === 'BLOCKQUOTE') depth++;
  }
  return depth;
}
