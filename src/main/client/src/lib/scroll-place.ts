import type { Location } from 'react-router';
import { tabStorage } from './storage';

/** Every first page of a visit has the same key, so the address is part of the name. */
const nameOf = ({ key, pathname, search, hash }: Location) =>
  `parley.scroll.${key}.${pathname}${search}${hash}`;

export function keepScrollPlace(location: Location, place: number): void {
  tabStorage.write(nameOf(location), String(place));
}

/** How far down the reader was here before; undefined where they have not been. */
export function scrollPlace(location: Location): number | undefined {
  const kept = tabStorage.read(nameOf(location));
  return kept === null ? undefined : Number(kept);
}
