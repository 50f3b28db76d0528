/** A text and what of it is selected, as positions in UTF-16 units, like a textarea's. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces `from` to `to` by `insert` and then selects `start` to `end` of the new text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

export type Command = (selected: Selected) => Edit;

/** Puts marks around the selection, or takes them away where they are already. */
export function wrap(mark: string): Command {
  return ({ text, start, end }) => {
    const length = mark.length;
    const marked =
      text.slice(start - length, start) === mark && text.slice(end, end + length) === mark;
    const chosen = text.slice(start, end);
    if (marked) {
      return {
        from: start - length,
        to: end + length,
        insert: chosen,
        start: start - length,
        end: end - length,
      };
    }
    return {
      from: start,
      to: end,
      insert: mark + chosen + mark,
      start: start + length,
      end: end + length,
    };
  };
}

/** Begins each selected line so, or takes that beginning away where every line has it. */
export function prefixLines(prefix: (line: number) => string, existing: RegExp): Command {
  return ({ text, start, end }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const stop = text.indexOf('\n', Math.max(end - 1, start));
    const to = stop === -1 ? text.length : stop;
    const lines = text.slice(from, to).split('\n');
    const every = lines.every((line) => existing.test(line));
    const insert = lines
      .map((line, index) => (every ? line.replace(existing, '') : prefix(index) + line))
      .join('\n');
    return {
      from,
      to,
      insert,
      start: from + (lines.length === 1 ? insert.length : 0),
      end: from + insert.length,
    };
  };
}

/** One line is marked within it; several become a fenced block. */
export const code: Command = (selected) => {
  const chosen = selected.text.slice(selected.start, selected.end);
  if (!chosen.includes('\n')) return wrap('`')(selected);
  return block(selected, `\`\`\`\n${chosen}\n\`\`\``, 3, 3);
};

export const link: Command = ({ text, start, end }) => {
  const chosen = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(chosen)) {
    return { from: start, to: end, insert: `[](${chosen})`, start: start + 1, end: start + 1 };
  }
  return address(start, end, `[${chosen}](`);
};

export const image: Command = ({ text, start, end }) =>
  address(start, end, `![${text.slice(start, end)}](`);

export const table: Command = (selected) =>
  block(selected, '|  |  |\n| --- | --- |\n|  |  |\n', 2, 2);

/** Ends in an address that is yet to be typed: it is selected. */
function address(from: number, to: number, before: string): Edit {
  const start = from + before.length;
  return { from, to, insert: `${before}https://)`, start, end: start + 'https://'.length };
}

/** A block stands on lines of its own, with an empty line before it. */
function block({ text, start, end }: Selected, content: string, first: number, last: number): Edit {
  const before = text.slice(0, start);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = text.slice(end).startsWith('\n') || end === text.length ? '' : '\n';
  const at = start + gap.length + first;
  return { from: start, to: end, insert: gap + content + after, start: at, end: at + last - first };
}
