import type { Edit, Selected } from './edits';

/** What a line of a list begins with: where it stands, its mark, the space after it, and the box of a task. */
const ITEM =
  /^(?<place>[ \t]*(?:>[ \t]?)*[ \t]*)(?<mark>[-*+]|(?<number>\d{1,9})(?<dot>[.)]))(?<gap>[ \t]+)(?<task>\[[ xX]\][ \t]+)?/;
const QUOTED = /^[ \t]*(?:>[ \t]?)+/;
const RULE = /^[ \t]*(?:[-*_][ \t]*){3,}$/;
const FENCE = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:```|~~~)/;

/**
 * What Enter does in a list or a quotation: the next line goes on with it, and an empty last line ends it. Undefined
 * where it is an ordinary line.
 */
export function nextLine({ text, start, end }: Selected): Edit | undefined {
  if (start !== end) return undefined;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', start);
  const to = stop === -1 ? text.length : stop;
  const line = text.slice(from, to);
  if (RULE.test(line) || isInCode(text.slice(0, from))) return undefined;
  const item = ITEM.exec(line);
  const begins = item?.[0] ?? QUOTED.exec(line)?.[0];
  if (begins === undefined || start < from + begins.length) return undefined;
  if (line.slice(begins.length).trim() === '') return ended(line, from, to);
  const space = /^[ \t]*/.exec(text.slice(start, to))?.[0].length ?? 0;
  const tail = text.slice(start + space);
  if (!item?.groups) return going(start, space, `\n${begins}`, '', 0);
  const { place = '', mark = '', number, dot = '', gap = '', task } = item.groups;
  const next = number === undefined ? mark : `${Number(number) + 1}${dot}`;
  const opening = `\n${place}${next}${gap}${task === undefined ? '' : '[ ] '}`;
  if (number === undefined) return going(start, space, opening, '', 0);
  const renumbered = renumber(tail, place, dot, Number(number) + 2);
  return going(start, space, opening, renumbered.insert, renumbered.length);
}

function going(at: number, space: number, opening: string, rest: string, length: number): Edit {
  const caret = at + opening.length;
  return { from: at, to: at + space + length, insert: opening + rest, start: caret, end: caret };
}

/** The line's mark goes; within a quotation that a list is in, the quotation stays. */
function ended(line: string, from: number, to: number): Edit {
  const quoted = ITEM.test(line) ? (QUOTED.exec(line)?.[0] ?? '') : '';
  const caret = from + quoted.length;
  return { from, to, insert: quoted, start: caret, end: caret };
}

/** Counts the items after the first line on from a number; what stands deeper belongs to one of them. */
function renumber(text: string, place: string, dot: string, first: number) {
  const lines = text.split('\n');
  const changed = [lines[0] ?? ''];
  let number = first;
  for (const line of lines.slice(1)) {
    const groups = ITEM.exec(line)?.groups;
    const isSame = groups?.place === place && groups.number !== undefined && groups.dot === dot;
    const isDeeper = line.startsWith(place) && /^[ \t]+\S/.test(line.slice(place.length));
    if (!isSame && !isDeeper) break;
    changed.push(
      isSame
        ? `${place}${number++}${line.slice(place.length + String(groups.number).length)}`
        : line,
    );
  }
  return {
    insert: changed.join('\n'),
    length: lines.slice(0, changed.length).join('\n').length,
  };
}

function isInCode(before: string): boolean {
  return before.split('\n').filter((line) => FENCE.test(line)).length % 2 === 1;
}
