import type { Command, Edit, Selected } from './edits';

type Mark = '*' | '**';

/** What begins a block: its marks are not part of the text in it. */
const BLOCK =
  /^[ \t]*(?:(?:>[ \t]?|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)[ \t]*)*/;

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Marks the selected text, each paragraph, list item and quoted line by itself and without the white space around it, as
 * a mark beside a space marks nothing. Where everything is marked already, the marks are taken away. The mark is always
 * an asterisk: an underscore marks nothing inside a word, and no word of a language that is written without spaces.
 */
export function emphasis(mark: Mark): Command {
  return (selected) => {
    const ranges = partsOf(selected);
    const marked = ranges.map((range) => marksAround(selected.text, range, mark));
    const all = marked.every((range) => range !== undefined);
    const steps = ranges.map((range, index): Step => {
      const inside = marked[index];
      if (all && inside) return { outer: inside.outer, inner: inside.inner, mark: '' };
      return { outer: range, inner: range, mark: inside ? '' : mark, keep: inside !== undefined };
    });
    return replaced(selected.text, steps);
  };
}

interface Step {
  /** What is replaced. */
  readonly outer: Range;
  /** What stays of it. */
  readonly inner: Range;
  readonly mark: Mark | '';
  /** It bears its mark already. */
  readonly keep?: boolean;
}

function replaced(text: string, steps: readonly Step[]): Edit {
  const from = steps[0]?.outer.from ?? 0;
  const to = steps.at(-1)?.outer.to ?? 0;
  let insert = '';
  let at = from;
  let first = from;
  let last = from;
  steps.forEach(({ outer, inner, mark }, index) => {
    insert += text.slice(at, outer.from);
    // One part is selected as it was; several with their marks, so that the same command takes them away.
    const single = steps.length === 1 ? mark.length : 0;
    const begins = from + insert.length;
    insert += mark + text.slice(inner.from, inner.to) + mark;
    if (index === 0) first = begins + single;
    last = from + insert.length - single;
    at = outer.to;
  });
  return { from, to, insert, start: first, end: last };
}

/** The paragraphs of a selection, each without what begins it and the space around it. */
function partsOf({ text, start, end }: Selected): readonly Range[] {
  const parts: Range[] = [];
  let open: Range | undefined;
  let at = text.lastIndexOf('\n', start - 1) + 1;
  while (at <= end) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop === -1 ? text.length : stop;
    const begins = BLOCK.exec(text.slice(at, lineEnd))?.[0] ?? '';
    const from = Math.max(start, at + begins.length);
    const to = Math.min(end, lineEnd);
    const isText = from < to && text.slice(from, to).trim() !== '';
    if (open && (!isText || begins.trim() !== '')) {
      parts.push(open);
      open = undefined;
    }
    if (isText) open = { from: open?.from ?? from, to };
    at = lineEnd + 1;
  }
  if (open) parts.push(open);
  if (parts.length === 0) return [{ from: start, to: end }];
  return parts.map(({ from, to }) => {
    const part = text.slice(from, to);
    const begin = from + part.length - part.trimStart().length;
    return { from: begin, to: begin + part.trim().length };
  });
}

interface Marked {
  readonly outer: Range;
  readonly inner: Range;
}

/** Where the part is marked so: by marks beside it, or as its first and last characters. */
function marksAround(text: string, { from, to }: Range, mark: Mark): Marked | undefined {
  const beside = Math.min(run(text, from - 1, -1), run(text, to, 1));
  if (has(beside, mark)) {
    const outer = { from: from - mark.length, to: to + mark.length };
    return { outer, inner: { from, to } };
  }
  const within = Math.min(run(text, from, 1), run(text, to - 1, -1));
  if (has(within, mark) && to - from > 2 * within) {
    return {
      outer: { from, to },
      inner: { from: from + mark.length, to: to - mark.length },
    };
  }
  const underscored = mark === '*' && text[from - 1] === '_' && text[to] === '_';
  return underscored ? { outer: { from: from - 1, to: to + 1 }, inner: { from, to } } : undefined;
}

/** Three asterisks are both marks: `***both***`. */
const has = (asterisks: number, mark: Mark): boolean =>
  mark === '**' ? asterisks === 2 || asterisks === 3 : asterisks === 1 || asterisks === 3;

function run(text: string, at: number, step: 1 | -1): number {
  let count = 0;
  while (text[at + count * step] === '*') count++;
  return count;
}
