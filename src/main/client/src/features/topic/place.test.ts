import { expect, it } from 'vitest';
import { placeIn } from './place';

const place = (search: string, hash = '') => placeIn(new URLSearchParams(search), hash);

it('is the first page where the address says nothing, or nonsense', () => {
  for (const search of ['', 'page=0', 'page=-1', 'page=x', 'page=1.5', 'floor=0']) {
    expect(place(search)).toEqual({ part: { page: 1 }, floor: undefined });
  }
});

it('is the page the address names', () => {
  expect(place('page=3').part).toEqual({ page: 3 });
});

it('is the page that holds the floor, by query or by hash', () => {
  expect(place('floor=12')).toEqual({ part: { floor: 12 }, floor: 12 });
  expect(place('', '#floor-12')).toEqual({ part: { floor: 12 }, floor: 12 });
});
