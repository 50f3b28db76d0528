import { useState } from 'react';
import { boxOf, type DraftBox, type DraftState } from './draft-box';
import type { Draft, DraftPlace } from './drafts';
import { useStore } from './store';

export type Drafting = DraftState & Omit<DraftBox, 'get' | 'subscribe'>;

/** A text that outlives the page: see {@link DraftBox}. */
export function useDraft(place: DraftPlace, empty: Draft): Drafting {
  const [box] = useState(() => boxOf(place, empty));
  return { ...box, ...useStore(box) };
}
