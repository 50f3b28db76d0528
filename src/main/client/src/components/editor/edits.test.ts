import { describe, expect, it } from 'vitest';
import {
  code,
  type Command,
  image,
  insertParagraphs,
  link,
  linkSelected,
  prefixLines,
  table,
} from './edits';
import { emphasis } from './emphasis';
import { nextLine } from './lists';

/** Runs a command on a text whose selection is marked with [ and ], and marks the selection that follows. */
function run(command: Command, marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  const edit = command({ text, start, end });
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.start)}<${after.slice(edit.start, edit.end)}>${after.slice(edit.end)}`;
}

const bold = emphasis('**');
const italic = emphasis('*');

describe('bold', () => {
  it.each([
    ['marks the selection', 'a [b] c', 'a **<b>** c'],
    ['leaves the caret between the marks where nothing is selected', 'a []', 'a **<>**'],
    ['takes the marks away where they are', 'a **[b]** c', 'a <b> c'],
    ['takes them away where they are selected too', 'a [**b**] c', 'a <b> c'],
    ['leaves white space outside', 'a[ b ]c', 'a **<b>** c'],
    ['leaves a line break outside', '[word\n]next', '**<word>**\nnext'],
    ['marks each paragraph', '[one\n\ntwo]', '<**one**\n\n**two**>'],
    [
      'keeps the lines of a paragraph together',
      '[one\ntwo\n\nthree]',
      '<**one\ntwo**\n\n**three**>',
    ],
    ['takes the marks of all paragraphs away', '[**one**\n\n**two**]', '<one\n\ntwo>'],
    ['marks only what is not marked yet', '[**one**\n\ntwo]', '<**one**\n\n**two**>'],
    ['marks each item of a list', '[- one\n- two]', '- <**one**\n- **two**>'],
    ['marks each item of a numbered list', '[1. one\n2) two]', '1. <**one**\n2) **two**>'],
    [
      'marks the text of a quotation and of a heading',
      '[> one\n\n## two]',
      '> <**one**\n\n## **two**>',
    ],
    ['takes half a mark for none', '*[b]* c', '***<b>*** c'],
  ])('%s', (_, before, after) => {
    expect(run(bold, before)).toBe(after);
  });
});

describe('italics', () => {
  it.each([
    ['marks a word of a language without spaces', '很[重要]的', '很*<重要>*的'],
    ['marks a part of a word', 'un[believ]able', 'un*<believ>*able'],
    ['is another mark than bold', '**[b]**', '***<b>***'],
    ['goes where it is', '***[b]***', '**<b>**'],
    ['takes underscores away', 'a _[b]_ c', 'a <b> c'],
  ])('%s', (_, before, after) => {
    expect(run(italic, before)).toBe(after);
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

describe('code that has marks itself', () => {
  it('stands between more of them', () => {
    expect(run(code, '[a`b]')).toBe('`` <a`b> ``');
    expect(run(code, '[```\na\n```]')).toBe('````<>\n```\na\n```\n````');
  });
});

describe('a link', () => {
  it('asks for the address of a selected text', () => {
    expect(run(link, '[here]')).toBe('[here](<https://>)');
  });

  it('of a selected address is seen, whatever is typed next', () => {
    expect(run(link, '[https://a.example/]')).toBe('[<https://a.example/>](https://a.example/)');
  });

  it('leaves white space outside', () => {
    expect(run(link, 'go [here ]now')).toBe('go [here](<https://>) now');
  });

  it('leads from a selected text to an address', () => {
    expect(run(linkSelected('https://a.example/x_y'), 'go [here] now')).toBe(
      'go [here](https://a.example/x_y)<> now',
    );
    expect(run(linkSelected('https://a.example/x_(y'), '[here]')).toBe(
      '[here](<https://a.example/x_(y>)<>',
    );
  });
});

it('puts a picture in by its address', () => {
  expect(run(image, '[a cat]')).toBe('![a cat](<https://>)');
});

it('puts a table on lines of its own', () => {
  expect(run(table, 'before[]after')).toBe('before\n\n| <> |  |\n| --- | --- |\n|  |  |\n\nafter');
});

describe('a paragraph that is put in', () => {
  it.each([
    ['stands alone', '[]', '> q\n\n<>'],
    ['follows what is written', 'mine[]', 'mine\n\n> q\n\n<>'],
    ['takes nothing away', 'mi[ne]\n\nmore', 'mine\n\n> q\n\n<>more'],
  ])('%s', (_, before, after) => {
    expect(run(insertParagraphs('> q'), before)).toBe(after);
  });
});

describe('Enter', () => {
  const enter = (marked: string) =>
    run((selected) => {
      const edit = nextLine(selected);
      return edit ?? { from: selected.start, to: selected.end, insert: '⏎', start: 0, end: 0 };
    }, marked);

  it.each([
    ['goes on with a list', '- one[]', '- one\n- <>'],
    ['goes on with its own mark', '* one[]', '* one\n* <>'],
    ['goes on in a deeper list', '- one\n  - two[]', '- one\n  - two\n  - <>'],
    ['divides an item', '- one[] two', '- one\n- <>two'],
    ['ends a list', '- one\n- []', '- one\n<>'],
    ['counts on', '9. nine[]', '9. nine\n10. <>'],
    [
      'counts what follows anew',
      '1. one[]\n2. two\n   more\n3. three\nend',
      '1. one\n2. <>\n3. two\n   more\n4. three\nend',
    ],
    ['ends a numbered list', '1. one\n2. []', '1. one\n<>'],
    ['counts with parentheses', '1) one[]', '1) one\n2) <>'],
    ['goes on with a quotation', '> one[]', '> one\n> <>'],
    ['ends a quotation', '> one\n> []', '> one\n<>'],
    ['goes on with a list in a quotation', '> - one[]', '> - one\n> - <>'],
    ['ends a list in a quotation', '> - one\n> - []', '> - one\n> <>'],
  ])('%s', (_, before, after) => {
    expect(enter(before)).toBe(after);
  });

  it('goes on with a task that is not done', () => {
    const text = '- [x] done';
    const edit = nextLine({ text, start: text.length, end: text.length });
    expect(edit?.insert).toBe('\n- [ ] ');
  });

  it.each([
    ['in an ordinary line', 'one[]'],
    ['before the text of an item', '[]- one'],
    ['within a mark', '-[] one'],
    ['with a selection', '- o[n]e'],
    ['in code', '```\n- one[]\n```'],
    ['after a rule', '* * *[]'],
  ])('is an ordinary line break %s', (_, before) => {
    expect(enter(before)).toContain('⏎');
  });
});
