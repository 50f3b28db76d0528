import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Lazy } from '@/lib/feature';
import { NotLoaded } from './NotLoaded';

/** A part that is loaded when it is first shown. Where its code cannot be had it says so in its place. */
export function lazyPart<P extends object>(
  load: Lazy<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => load().catch(() => ({ default: NotLoaded as ComponentType<P> })));
}
