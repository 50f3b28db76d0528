import { useCallback, useRef, useState } from 'react';
import { type Draft, type DraftPlace, dropDraft, readDraft, writeDraft } from './drafts';

interface Drafting {
  readonly draft: Draft;
  /** Whether the text was found here, from an earlier visit. */
  readonly restored: boolean;
  readonly update: (change: Partial<Draft>) => void;
  /** Forgets the text: it was sent, or given up. */
  readonly drop: () => void;
}

/** A text that outlives the page: each change is kept before anything else happens with it. */
export function useDraft(place: DraftPlace, empty: Draft): Drafting {
  const [start] = useState(() => ({ found: readDraft(place), empty }));
  const [draft, setDraft] = useState(start.found ?? start.empty);
  const latest = useRef(draft);
  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  const update = useCallback(
    (change: Partial<Draft>) => {
      const next = { ...latest.current, ...change };
      writeDraft(place, next);
      show(next);
    },
    [place],
  );
  const drop = useCallback(() => {
    dropDraft(place);
    show(start.empty);
  }, [place, start]);
  return { draft, restored: start.found !== undefined, update, drop };
}
