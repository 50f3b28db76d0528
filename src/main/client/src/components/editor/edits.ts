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
  const { text, start, end } = selected;
  const chosen = text.slice(start, end);
  const run = longestRun(chosen);
  if (chosen.includes('\n')) {
    const fence = '`'.repeat(Math.max(3, run + 1));
    return block(selected, `${fence}\n${chosen.replace(/\n$/, '')}\n${fence}`, fence.length);
  }
  if (run === 0 && text[start - 1] === '`' && text[end] === '`') {
    return { from: start - 1, to: end + 1, insert: chosen, start: start - 1, end: end - 1 };
  }
  // Code that has such a mark itself stands between more of them, with a space (CommonMark, "Code spans").
  const [mark, gap] = ['`'.repeat(run + 1), run === 0 ? '' : ' '];
  return around(trimmed(selected), mark + gap, gap + mark);
};

/** An address is its own text, so that the link is seen whatever is typed next. */
export const link: Command = (selected) => {
  const inner = trimmed(selected);
  const chosen = inner.text.slice(inner.start, inner.end);
  if (isAddress(chosen)) {
    const insert = linkTo(chosen, chosen);
    const start = inner.start + 1;
    const end = start + insert.lastIndexOf('](') - 1;
    return { from: inner.start, to: inner.end, insert, start, end };
  }
  return address(inner.start, inner.end, `[${chosen}](`);
};

/** Links what is selected to an address. */
export function linkSelected(target: string): Command {
  return (selected) => {
    const { text, start, end } = trimmed(selected);
    const insert = linkTo(text.slice(start, end), target);
    return {
      from: start,
      to: end,
      insert,
      start: start + insert.length,
      end: start + insert.length,
    };
  };
}

export const image: Command = ({ text, start, end }) =>
  address(start, end, `![${text.slice(start, end)}](`);

export const table: Command = (selected) => block(selected, '|  |  |\n| --- | --- |\n|  |  |\n', 2);

/** Types in place of the selection. */
export function insertText(insert: string): Command {
  return ({ start, end }) => {
    const caret = start + insert.length;
    return { from: start, to: end, insert, start: caret, end: caret };
  };
}

/** Puts paragraphs in after what is written, or where the caret is, without taking anything away. */
export function insertParagraphs(content: string): Command {
  return ({ text, end }) => {
    const before = text.slice(0, end);
    const after = text.slice(end);
    const start =
      before.trim() === ''
        ? ''
        : before.endsWith('\n\n')
          ? ''
          : before.endsWith('\n')
            ? '\n'
            : '\n\n';
    const insert = `${start}${content}\n\n`;
    const caret = end + insert.length;
    const over = /^\n*/.exec(after)?.[0].length ?? 0;
    return { from: end, to: end + Math.min(over, 2), insert, start: caret, end: caret };
  };
}

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** The selection without the white space at its ends. */
export function trimmed({ text, start, end }: Selected): Selected {
  const chosen = text.slice(start, end);
  if (chosen.trim() === '') return { text, start, end };
  const from = start + chosen.length - chosen.trimStart().length;
  return { text, start: from, end: from + chosen.trim().length };
}

function around({ text, start, end }: Selected, before: string, after: string): Edit {
  const at = start + before.length;
  const insert = before + text.slice(start, end) + after;
  return { from: start, to: end, insert, start: at, end: at + end - start };
}

function linkTo(label: string, target: string): string {
  const plain = label === target ? label.replaceAll(/[[\]]/g, String.raw`\$&`) : label;
  const safe = /[()<>]/.test(target)
    ? `<${target.replaceAll(/[<>]/g, encodeURIComponent)}>`
    : target;
  return `[${plain}](${safe})`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Ends in an address that is yet to be typed: it is selected. */
function address(from: number, to: number, before: string): Edit {
  const start = from + before.length;
  return { from, to, insert: `${before}https://)`, start, end: start + 'https://'.length };
}

/** A block stands on lines of its own, with an empty line before it. */
function block({ text, start, end }: Selected, content: string, caret: number): Edit {
  const before = text.slice(0, start);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = text.slice(end).startsWith('\n') || end === text.length ? '' : '\n';
  const at = start + gap.length + caret;
  return { from: start, to: end, insert: gap + content + after, start: at, end: at };
}
