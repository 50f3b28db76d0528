import type { AdminBoard } from './entities';

export interface BoardBranch<B> {
  readonly board: B;
  readonly below: readonly B[];
}

type Placed = Pick<AdminBoard, 'id' | 'position' | 'parentId'>;

/** The boards as they are shown: in their order, each with those below it. */
export function branches<B extends Placed>(boards: readonly B[]): readonly BoardBranch<B>[] {
  const sorted = boards.toSorted((a, b) => a.position - b.position);
  const known = new Set(boards.map(({ id }) => id));
  const isTop = ({ parentId }: Placed) => parentId === null || !known.has(parentId);
  return sorted.filter(isTop).map((board) => ({
    board,
    below: sorted.filter(({ parentId }) => parentId === board.id),
  }));
}

/** The boards beside which one stands: those on top, or those below the same board. */
function siblingsOf(boards: readonly Placed[], id: number): readonly number[] {
  const all = branches(boards);
  const tops = all.map(({ board }) => board.id);
  if (tops.includes(id)) return tops;
  const branch = all.find(({ below }) => below.some((board) => board.id === id));
  return branch?.below.map((board) => board.id) ?? [];
}

/** Where a board stands among its siblings, from 0, and how many they are. */
export function placeOf(boards: readonly Placed[], id: number) {
  const siblings = siblingsOf(boards, id);
  return { index: siblings.indexOf(id), count: siblings.length };
}

/**
 * The ids of all boards in the order in which one has moved up (-1) or down (1) among its siblings, with those below
 * it; undefined where it cannot go there.
 */
export function moved(
  boards: readonly Placed[],
  id: number,
  step: -1 | 1,
): readonly number[] | undefined {
  const siblings = siblingsOf(boards, id);
  const index = siblings.indexOf(id);
  const other = siblings[index + step];
  if (index < 0 || other === undefined) return undefined;
  const swap = (each: number) => (each === id ? other : each === other ? id : each);
  const before = flat(boards);
  const swapped = boards.map((board) => ({ ...board, position: before.indexOf(swap(board.id)) }));
  return flat(swapped);
}

function flat(boards: readonly Placed[]): readonly number[] {
  return branches(boards).flatMap(({ board, below }) => [
    board.id,
    ...below.map((each) => each.id),
  ]);
}

/** The same boards with the positions of this order. */
export function inOrder<B extends Placed>(boards: readonly B[], ids: readonly number[]): B[] {
  return boards.map((board) => ({ ...board, position: ids.indexOf(board.id) + 1 }));
}
