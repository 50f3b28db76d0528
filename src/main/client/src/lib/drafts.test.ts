import { describe, expect, it } from 'vitest';
import { attemptFor, dropDraft, readDraft, writeDraft } from './drafts';

describe('a draft', () => {
  it('is found again by the same member at the same place', () => {
    writeDraft('7.reply-to.3', { content: 'half a thought' });
    expect(readDraft('7.reply-to.3')).toEqual({ content: 'half a thought' });
  });

  it('is not shown to another member', () => {
    writeDraft('7.reply-to.3', { content: 'half a thought' });
    expect(readDraft('8.reply-to.3')).toBeUndefined();
  });

  it('is gone once it is dropped', () => {
    writeDraft('7.topic.new', { content: 'sent' });
    dropDraft('7.topic.new');
    expect(readDraft('7.topic.new')).toBeUndefined();
  });

  it('that something else wrote over is as if there were none', () => {
    localStorage.setItem('parley.draft.7.topic.new', '{"content": 5');
    expect(readDraft('7.topic.new')).toBeUndefined();
    localStorage.setItem('parley.draft.7.topic.new', '{"content": 5}');
    expect(readDraft('7.topic.new')).toBeUndefined();
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
