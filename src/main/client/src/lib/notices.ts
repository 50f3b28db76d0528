import { createStore } from './store';

export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** Long enough to read a short sentence twice. */
const SHOWN_FOR = 6_000;

export const notices = createStore<readonly Notice[]>([]);
let last = 0;

export function notify(text: string): void {
  const notice = { id: ++last, text };
  notices.set([...notices.get(), notice]);
  setTimeout(() => dismiss(notice.id), SHOWN_FOR);
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}
