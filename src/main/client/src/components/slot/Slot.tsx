import { type ComponentType, createElement, Suspense } from 'react';
import { useFeatures } from '@/lib/composition';
import type { SlotOf } from '@/lib/feature';
import { PartBoundary } from './PartBoundary';

interface Props<P> {
  readonly of: SlotOf<P>;
  /** What each part is given. */
  readonly give: NoInfer<P>;
}

/** Shows what features add here, in their order; nothing where none does. A part that fails takes no other with it. */
export function Slot<P extends object>({ of, give }: Props<P>) {
  return useFeatures()
    .parts(of)
    .map((Part: ComponentType<P>, index) => (
      <PartBoundary key={index}>
        <Suspense>{createElement(Part, give)}</Suspense>
      </PartBoundary>
    ));
}
