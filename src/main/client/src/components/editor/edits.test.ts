import { describe, expect, it } from 'vitest';
import { code, type Command, image, link, prefixLines, table, wrap } from './edits';

/** Runs a command on a text whose selection is marked with [ and ], and marks the selection that follows. */
function run(command: Command, marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const edit = command({ text, start, end });
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.start)}<${after.slice(edit.start, edit.end)}>${after.slice(edit.end)}`;
}

describe('bold', () => {
  it('marks the selection', () => {
    expect(run(wrap('**'), 'a [b] c')).toBe('a **<b>** c');
  });

  it('leaves the caret between the marks where nothing is selected', () => {
    expect(run(wrap('**'), 'a []')).toBe('a **<>**');
  });

  it('takes the marks away where they are', () => {
    expect(run(wrap('**'), 'a **[b]** c')).toBe('a <b> c');
  });
});

describe('a list', () => {
  const list = prefixLines(() => '- ', /^- /);

  it('begins at the start of the line', () => {
    expect(run(list, 'one\ntw[o]')).toBe('one\n- two<>');
  });

  it('takes in every selected line, and selects them', () => {
    expect(run(list, 'o[ne\ntw]o\nthree')).toBe('<- one\n- two>\nthree');
  });

  it('is taken away where every line has it', () => {
    expect(run(list, '[- one\n- two]')).toBe('<one\ntwo>');
  });

  it('counts where it is numbered', () => {
    expect(
      run(
        prefixLines((line) => `${line + 1}. `, /^\d+\. /),
        '[a\nb]',
      ),
    ).toBe('<1. a\n2. b>');
  });
});

describe('code', () => {
  it('is marked within a line', () => {
    expect(run(code, 'a [b] c')).toBe('a `<b>` c');
  });

  it('of several lines becomes a block, ready for its language', () => {
    expect(run(code, 'see\n[a\nb]')).toBe('see\n\n```<>\na\nb\n```');
  });
});

describe('a link', () => {
  it('asks for the address of a selected text', () => {
    expect(run(link, '[here]')).toBe('[here](<https://>)');
  });

  it('asks for the text of a selected address', () => {
    expect(run(link, '[https://a.example/]')).toBe('[<>](https://a.example/)');
  });
});

it('puts a picture in by its address', () => {
  expect(run(image, '[a cat]')).toBe('![a cat](<https://>)');
});

it('puts a table on lines of its own', () => {
  expect(run(table, 'before[]after')).toBe('before\n\n| <> |  |\n| --- | --- |\n|  |  |\n\nafter');
});
