import { createStore } from './store';

export interface Notice {
  readonly id: number;
  readonly text: string;
  /** What can be done about it, such as taking it back. */
  readonly action?: NoticeAction;
}

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** Long enough to read a short sentence twice. */
const SHOWN_FOR = 6_000;
const WITH_ACTION_FOR = 10_000;

export const notices = createStore<readonly Notice[]>([]);
let last = 0;

export function notify(text: string, action?: NoticeAction): void {
  const notice = action ? { id: ++last, text, action } : { id: ++last, text };
  notices.set([...notices.get(), notice]);
  setTimeout(() => dismiss(notice.id), action ? WITH_ACTION_FOR : SHOWN_FOR);
}

export function dismiss(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}
