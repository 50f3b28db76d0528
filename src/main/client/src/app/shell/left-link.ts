import type { Location } from 'react-router';
import { tabStorage } from '@/lib/storage';

/** How long the page may take to be there again, in milliseconds. */
const PATIENCE = 3_000;

/** Every first page of a visit has the same key, so the address is part of the name. */
const nameOf = ({ key, pathname, search }: Location) => `parley.left.${key}.${pathname}${search}`;

/** The links of a page with this address, in their order. */
const linksTo = (page: HTMLElement, href: string) =>
  [...page.querySelectorAll('a[href]')].filter((link) => link.getAttribute('href') === href);

/** Remembers by which of its links a page was left. */
export function keepLeftLink(location: Location, page: HTMLElement, link: Element): void {
  const href = link.getAttribute('href') ?? '';
  const index = linksTo(page, href).indexOf(link);
  tabStorage.write(nameOf(location), JSON.stringify({ href, index }));
}

/**
 * Moves the focus to the link by which the page was left, as soon as the page shows it again, unless the reader has
 * gone on to something by then. What is returned ends the waiting.
 */
export function focusLeftLink(location: Location, page: HTMLElement): (() => void) | undefined {
  const kept = tabStorage.read(nameOf(location));
  if (kept === null) return undefined;
  const { href, index } = JSON.parse(kept) as { href: string; index: number };
  const found = () => {
    const links = linksTo(page, href);
    // A list may have changed meanwhile: the first link to the same page is as good.
    const link = links[index] ?? links[0];
    if (!(link instanceof HTMLElement)) return false;
    if (isFree(page)) link.focus({ preventScroll: true });
    return true;
  };
  if (found()) return undefined;
  const watch = new MutationObserver(() => found() && end());
  const end = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(end, PATIENCE);
  watch.observe(page, { childList: true, subtree: true });
  return end;
}

/** Whether the focus is only where a change of page puts it. */
function isFree(page: HTMLElement): boolean {
  const focused = document.activeElement;
  return (
    focused === null || focused === document.body || focused === page || focused.tagName === 'H1'
  );
}
