import { expect, it } from 'vitest';
import { branches, inOrder, moved, placeOf } from './board-order';

const board = (id: number, position: number, parentId: number | null = null) => ({
  id,
  position,
  parentId,
});
/** 1, 2 with 4 and 5 below it, 3. */
const boards = [board(3, 5), board(1, 1), board(4, 3, 2), board(5, 4, 2), board(2, 2)];

const ids = (of: typeof boards) =>
  branches(of).map(({ board: { id }, below }) => [id, ...below.map((each) => each.id)]);

it('shows boards in their order, each with those below it', () => {
  expect(ids(boards)).toEqual([[1], [2, 4, 5], [3]]);
});

it('shows a board whose parent is not there on its own', () => {
  expect(ids([board(1, 1), board(2, 2, 9)])).toEqual([[1], [2]]);
});

it('moves a board with those below it', () => {
  expect(moved(boards, 2, -1)).toEqual([2, 4, 5, 1, 3]);
  expect(moved(boards, 2, 1)).toEqual([1, 3, 2, 4, 5]);
  expect(moved(boards, 1, 1)).toEqual([2, 4, 5, 1, 3]);
});

it('moves a board only among those beside it', () => {
  expect(moved(boards, 5, -1)).toEqual([1, 2, 5, 4, 3]);
  expect(moved(boards, 4, -1)).toBeUndefined();
  expect(moved(boards, 3, 1)).toBeUndefined();
  expect(moved(boards, 99, 1)).toBeUndefined();
  expect(placeOf(boards, 5)).toEqual({ index: 1, count: 2 });
  expect(placeOf(boards, 3)).toEqual({ index: 2, count: 3 });
});

it('moves boards that had the same position', () => {
  const same = [board(1, 1), board(2, 1), board(3, 1)];
  expect(moved(same, 3, -1)).toEqual([1, 3, 2]);
  expect(moved(same, 1, 1)).toEqual([2, 1, 3]);
});

it('gives the boards the positions of an order', () => {
  const ordered = moved(boards, 2, -1) ?? [];
  expect(ids(inOrder(boards, ordered))).toEqual([[2, 4, 5], [1], [3]]);
});
