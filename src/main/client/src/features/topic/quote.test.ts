import { afterEach, describe, expect, it } from 'vitest';
import { asQuotation, dock, pendingQuotation, quote } from './quote';

const marta = { id: 4, username: 'marta', image: null };
const reply = { topicId: 2, floor: 264, author: marta, content: 'one\n\ntwo' };

describe('a quotation', () => {
  it('marks every line below a line that says who wrote it, and leads there', () => {
    expect(asQuotation(reply, 'one\n\ntwo\n')).toBe(
      '> [@marta](/topic/2?floor=264):\n>\n> one\n>\n> two',
    );
  });

  it('of the opening post leads to the topic', () => {
    expect(asQuotation({ ...reply, floor: undefined }, 'one')).toBe(
      '> [@marta](/topic/2):\n>\n> one',
    );
  });

  it('keeps the indentation of its first line', () => {
    expect(asQuotation(reply, '\n    code\n')).toBe(
      '> [@marta](/topic/2?floor=264):\n>\n>     code',
    );
  });
});

describe('quoting', () => {
  afterEach(() => {
    document.body.replaceChildren();
    pendingQuotation.set(null);
    dock.set(null);
  });

  async function quoteWith(selected: string) {
    document.body.innerHTML = `
      <article><div class="prose"><p>The opening post</p></div></article>
      <ul><li id="floor-264"><article><div class="prose">
        <p>one <strong>bold words</strong></p><ul><li>an item</li></ul>
      </div></article></li></ul>`;
    const element = document.querySelector(selected);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    if (element) selection?.selectAllChildren(element);
    await quote(reply);
    return pendingQuotation.get()?.markdown.split('\n').slice(2).join('\n');
  }

  it('takes the whole post where nothing is selected', async () => {
    expect(await quoteWith('#nothing')).toBe('> one\n>\n> two');
    expect(dock.get()?.topicId).toBe(2);
  });

  it('takes only what is selected, as it was written', async () => {
    expect(await quoteWith('#floor-264 strong')).toBe('> **bold words**');
    expect(await quoteWith('#floor-264 p')).toBe('> one **bold words**');
  });

  it('takes the whole post where something else is selected', async () => {
    expect(await quoteWith('article .prose')).toBe('> one\n>\n> two');
    expect(await quoteWith('body')).toBe('> one\n>\n> two');
  });
});
