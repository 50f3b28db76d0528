import { beforeEach, describe, expect, it, vi } from 'vitest';
import { boxOf, type DraftBox } from './draft-box';
import { attemptFor, readDraft, remainderOf } from './drafts';
import { storage } from './storage';

const PLACE = '7.reply-to.3';
const empty = { content: '' };

/** A box as long as a page shows it. */
function open(place: Parameters<typeof boxOf>[0] = PLACE, start = empty) {
  const box = boxOf(place, start);
  const close = box.subscribe(() => undefined);
  return { box, close };
}

const contentOf = (box: DraftBox) => box.get().draft.content;

/** What another tab does: its own boxes, the same storage. */
async function inAnotherTab(act: (box: DraftBox) => void | Promise<void>, place = PLACE) {
  vi.resetModules();
  const kept = Object.entries(sessionStorage) as [string, string][];
  sessionStorage.clear();
  const tab = await import('./draft-box');
  const box = tab.boxOf(place as typeof PLACE, empty);
  const close = box.subscribe(() => undefined);
  await act(box);
  close();
  sessionStorage.clear();
  for (const [key, value] of kept) sessionStorage.setItem(key, value);
  // Browsers tell every other tab.
  window.dispatchEvent(new StorageEvent('storage', { key: `parley.draft.${place}` }));
}

describe('a draft', () => {
  it('is found again by the same member at the same place', () => {
    const first = open();
    first.box.update({ content: 'half a thought' });
    first.close();
    const { box, close } = open();
    expect(contentOf(box)).toBe('half a thought');
    expect(box.get().restored).toBe(true);
    close();
  });

  it('is not shown to another member, nor at another place', () => {
    const { box, close } = open();
    box.update({ content: 'half a thought' });
    expect(readDraft('8.reply-to.3')).toBeUndefined();
    expect(readDraft('7.reply-to.33')).toBeUndefined();
    close();
  });

  it('is gone once it is dropped, or nothing is left of it', () => {
    const { box, close } = open();
    box.update({ content: 'sent' });
    box.drop();
    expect(readDraft(PLACE)).toBeUndefined();
    box.update({ content: 'more' });
    box.update({ content: ' ' });
    expect(readDraft(PLACE)).toBeUndefined();
    close();
  });

  it('that something else wrote over is as if there were none', () => {
    localStorage.setItem('parley.draft.7.topic.new', '{"content": 5');
    expect(readDraft('7.topic.new')).toBeUndefined();
    localStorage.setItem('parley.draft.7.topic.new', '{"content": 5}');
    expect(readDraft('7.topic.new')).toBeUndefined();
  });

  it('that the browser cannot keep is said to be, and holds the page', () => {
    const { box, close } = open();
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const leaves = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    box.update({ content: 'a long text' });
    expect(box.get().kept).toBe(false);
    expect(contentOf(box)).toBe('a long text');
    expect(leaves()).toBe(false);
    full.mockRestore();
    box.update({ content: 'a long text!' });
    expect(box.get().kept).toBe(true);
    expect(leaves()).toBe(true);
    close();
  });
});

describe('sending', () => {
  it('removes what was sent', async () => {
    const { box, close } = open();
    box.update({ content: 'hello' });
    await box.send(() => Promise.resolve());
    expect(contentOf(box)).toBe('');
    expect(readDraft(PLACE)).toBeUndefined();
    close();
  });

  it('leaves what was typed meanwhile', async () => {
    const { box, close } = open();
    box.update({ content: 'hello' });
    await box.send(({ content }) => {
      box.update({ content: `${content} and more` });
      return Promise.resolve();
    });
    expect(contentOf(box)).toBe('and more');
    expect(readDraft(PLACE)?.content).toBe('and more');
    close();
  });

  it('leaves everything when it fails', async () => {
    const { box, close } = open();
    box.update({ content: 'hello' });
    const failing = box.send(({ content }) => {
      box.update({ content: `${content} and more` });
      return Promise.reject(new Error('lost'));
    });
    await expect(failing).rejects.toThrow('lost');
    expect(contentOf(box)).toBe('hello and more');
    close();
  });

  it('is followed by a page that is opened again meanwhile', async () => {
    const first = open();
    first.box.update({ content: 'hello' });
    let answer = (): void => undefined;
    const sent = first.box.send(() => new Promise<void>((resolve) => (answer = resolve)));
    first.close();
    const second = open();
    expect(contentOf(second.box)).toBe('hello');
    answer();
    await sent;
    expect(contentOf(second.box)).toBe('');
    second.close();
  });

  it.each([
    ['hello', 'hello', ''],
    ['hello', 'hello world', 'world'],
    ['hello', 'first hello', 'first'],
    ['hello wrld', 'hello world', 'hello world'],
    ['hello', '', ''],
    ['hello', 'another', 'another'],
  ])('of "%s", of which "%s" was made, leaves "%s"', (sent, now, rest) => {
    expect(remainderOf({ content: sent }, { content: now }, empty).content).toBe(rest);
  });

  it('of a topic leaves another title that was begun', () => {
    const sent = { title: 'One', content: 'text', boardId: 2 };
    const start = { title: '', content: '' };
    expect(remainderOf(sent, { ...sent, title: 'Two' }, start)).toEqual({
      title: 'Two',
      content: '',
    });
    expect(remainderOf(sent, sent, start)).toEqual(start);
  });
});

describe('the same place in two tabs', () => {
  it('keeps both texts, and shows each the other one', async () => {
    const { box, close } = open();
    box.update({ content: 'mine' });
    await inAnotherTab((theirs) => {
      // It found the text of this tab, and goes on from it.
      theirs.update({ content: 'theirs' });
    });
    expect(contentOf(box)).toBe('mine');
    expect(box.get().others.map(({ draft }) => draft.content)).toEqual(['theirs']);
    box.update({ content: 'mine too' });
    expect(box.get().others.map(({ draft }) => draft.content)).toEqual(['theirs']);
    close();
    const again = open();
    expect(contentOf(again.box)).toBe('mine too');
    again.close();
  });

  it('keeps both where both began with nothing', async () => {
    const { box, close } = open();
    await inAnotherTab((theirs) => theirs.update({ content: 'theirs' }));
    expect(contentOf(box)).toBe('');
    expect(box.get().others).toHaveLength(1);
    box.update({ content: 'mine' });
    expect(storage.keys(`parley.draft.${PLACE}`)).toHaveLength(2);
    close();
  });

  it('removes only its own text', async () => {
    const { box, close } = open();
    box.update({ content: 'mine' });
    await inAnotherTab(async (theirs) => {
      theirs.update({ content: 'theirs' });
      await theirs.send(() => Promise.resolve());
    });
    expect(contentOf(box)).toBe('mine');
    expect(readDraft(PLACE)?.content).toBe('mine');
    await inAnotherTab((theirs) => theirs.update({ content: 'theirs' }));
    await box.send(() => Promise.resolve());
    expect(box.get().others.map(({ draft }) => draft.content)).toEqual(['theirs']);
    close();
  });

  it('forgets what it only found when the other tab has sent it', async () => {
    const first = open();
    first.box.update({ content: 'hello' });
    first.close();
    const { box, close } = open();
    await inAnotherTab(async (theirs) => {
      await theirs.send(() => Promise.resolve());
    });
    expect(contentOf(box)).toBe('');
    close();
  });

  it('takes the other text into its own, or discards it', async () => {
    const { box, close } = open();
    box.update({ content: 'mine' });
    await inAnotherTab((theirs) => theirs.update({ content: 'theirs' }));
    const [other] = box.get().others;
    if (other) box.take(other);
    expect(contentOf(box)).toBe('mine\n\ntheirs');
    expect(box.get().others).toEqual([]);
    await inAnotherTab((theirs) => theirs.update({ content: 'again' }));
    const [another] = box.get().others;
    if (another) box.discard(another);
    expect(box.get().others).toEqual([]);
    expect(contentOf(box)).toBe('mine\n\ntheirs');
    close();
  });
});

describe('an attempt to send', () => {
  const first = attemptFor({ content: 'hello' }, undefined);

  it('carries a UUID of version 4', () => {
    expect(first.key).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('of the same text carries the same key, so that it is posted once', () => {
    expect(attemptFor({ content: 'hello' }, first).key).toBe(first.key);
  });

  it('of a changed text carries a new key', () => {
    expect(attemptFor({ content: 'hello!' }, first).key).not.toBe(first.key);
  });
});

beforeEach(() => vi.restoreAllMocks());
