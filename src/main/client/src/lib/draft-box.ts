import {
  type Draft,
  type DraftPlace,
  isBlank,
  isSlotOf,
  mainSlot,
  newSlot,
  readSlot,
  remainderOf,
  rememberSlot,
  shownSlot,
  type Slot,
  slotsOf,
} from './drafts';
import { holdPage } from './leaving';
import { storage } from './storage';
import { createStore, type Store } from './store';

export interface DraftState {
  readonly draft: Draft;
  /** Whether the text was found here, from an earlier visit. */
  readonly restored: boolean;
  /** Whether the browser keeps it; else it is lost with the page. */
  readonly kept: boolean;
  /** Other texts for the same place, from other tabs. */
  readonly others: readonly Slot[];
}

export interface DraftBox extends Omit<Store<DraftState>, 'set'> {
  readonly update: (change: Partial<Draft>) => void;
  /** Forgets the text: it was sent elsewhere, or given up. */
  readonly drop: () => void;
  /**
   * Sends what is written now. Once that has succeeded it is removed, and what was typed meanwhile stays, or what
   * `remaining` says.
   */
  readonly send: <T>(
    post: (draft: Draft) => Promise<T>,
    remaining?: (sent: Draft, now: Draft, answer: T) => Draft | null,
  ) => Promise<T>;
  /** Adds the text of another tab to this one. */
  readonly take: (other: Slot) => void;
  readonly discard: (other: Slot) => void;
}

const boxes = new Map<DraftPlace, DraftBox>();

/** The box of a place: one for all who show it on this page, as long as it is shown or being sent. */
export function boxOf(place: DraftPlace, empty: Draft): DraftBox {
  return boxes.get(place) ?? createDraftBox(place, empty);
}

/**
 * A text that outlives the page: each change is stored before anything else happens with it. Other tabs may write at
 * the same place. A tab writes and removes only what is stored as it left it: where another tab has written meanwhile,
 * it goes on in a slot of its own.
 */
function createDraftBox(place: DraftPlace, empty: Draft): DraftBox {
  const found = shownSlot(place);
  let slot = found?.key ?? mainSlot(place);
  /** What is stored in the slot as far as this tab knows. */
  let raw = found?.raw ?? null;
  /** Whether the text is more than what was found. */
  let touched = false;
  let users = 0;

  const others = (draft: Draft) =>
    slotsOf(place).filter(
      (other) =>
        other.raw !== raw &&
        (other.draft.content !== draft.content || other.draft.title !== draft.title),
    );
  const draft = found?.draft ?? empty;
  const store = createStore<DraftState>({
    draft,
    restored: found !== undefined,
    kept: true,
    others: others(draft),
  });
  const show = (draft: Draft, change: Partial<DraftState> = {}) =>
    store.set({ ...store.get(), ...change, draft, others: others(draft) });

  const forget = () => {
    if (raw !== null && storage.read(slot) === raw) storage.remove(slot);
    raw = null;
    holdPage(box, false);
  };
  const write = (draft: Draft) => {
    touched = true;
    if (isBlank(draft)) {
      forget();
      // What is written next is another text.
      show({ ...draft, attempt: undefined }, { kept: true });
      return;
    }
    const stored = storage.read(slot);
    if (stored !== raw && stored !== null) slot = newSlot(place);
    raw = JSON.stringify({ ...draft, at: Date.now() });
    const kept = storage.write(slot, raw);
    rememberSlot(place, slot);
    holdPage(box, !kept);
    show(draft, { kept });
  };
  const clear = () => {
    forget();
    touched = false;
    show(empty, { restored: false, kept: true });
  };

  /** Another tab has changed something. */
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== null && !isSlotOf(place, key)) return;
    const { draft } = store.get();
    const stored = storage.read(slot);
    if (stored === raw) show(draft);
    else if (touched && raw !== null) write(draft);
    // The text that both tabs had found was sent there, or given up.
    else if (key !== null && stored === null && raw !== null) clear();
    else show(draft);
  };
  const retain = () => {
    if (users++ === 0) {
      boxes.set(place, box);
      window.addEventListener('storage', onStorage);
    }
    return () => {
      if (--users > 0) return;
      boxes.delete(place);
      window.removeEventListener('storage', onStorage);
    };
  };

  const box: DraftBox = {
    get: store.get,
    subscribe(listener) {
      const release = retain();
      const unsubscribe = store.subscribe(listener);
      return () => {
        unsubscribe();
        release();
      };
    },
    update: (change) => write({ ...store.get().draft, ...change }),
    drop: clear,
    async send(post, remaining = (sent, now) => remainderOf(sent, now, empty)) {
      const sent = store.get().draft;
      const release = retain();
      try {
        const answer = await post(sent);
        const now = store.get().draft;
        const rest = remaining(sent, now, answer);
        if (rest === null || isBlank(rest)) clear();
        else if (rest !== now) write(rest);
        return answer;
      } finally {
        release();
      }
    },
    take(other) {
      const mine = store.get().draft;
      remove(other);
      const theirs = { ...other.draft, attempt: undefined };
      if (isBlank(mine)) write({ ...mine, ...theirs });
      else write({ ...mine, content: joined(mine.content, theirs.content) });
    },
    discard(other) {
      remove(other);
      show(store.get().draft);
    },
  };
  return box;
}

function joined(mine: string, theirs: string): string {
  return mine.trim() === '' ? theirs : `${mine.trimEnd()}\n\n${theirs}`;
}

/** Unless its tab has changed it meanwhile. */
function remove({ key, raw }: Slot): void {
  if (readSlot(key)?.raw === raw) storage.remove(key);
}
