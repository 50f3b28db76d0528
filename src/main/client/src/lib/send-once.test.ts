import { expect, it, vi } from 'vitest';
import { ProblemError, unreachable } from './api/problem';
import type { Attempt } from './drafts';
import { changed, sendOnce } from './send-once';

const body = { content: 'new' };
const earlier: Attempt = { key: 'k1', body: JSON.stringify({ content: 'old' }) };
const refusal = (status: number) =>
  new ProblemError({ type: 'about:blank', title: '', status, detail: '' });

function steps() {
  return {
    post: vi.fn((sent: { content: string }, key: string) => Promise.resolve({ sent, key })),
    change: vi.fn((_posted: unknown, to: unknown) =>
      Promise.resolve({ sent: to as { content: string }, key: 'changed' }),
    ),
    note: vi.fn(),
  };
}

it('stores the attempt before it sends, and sends once', async () => {
  const to = steps();
  const { key } = await sendOnce(body, undefined, to);
  expect(to.note).toHaveBeenCalledExactlyOnceWith({
    key,
    body: JSON.stringify(body),
    waiting: true,
  });
  expect(to.post).toHaveBeenCalledExactlyOnceWith(body, key);
});

it('asks again with the same key for the same text', async () => {
  const to = steps();
  await sendOnce({ content: 'old' }, earlier, to);
  expect(to.post).toHaveBeenCalledExactlyOnceWith({ content: 'old' }, 'k1');
});

it('changes what an earlier attempt posted in place of posting another text', async () => {
  const to = steps();
  await sendOnce(body, earlier, to);
  expect(to.post).toHaveBeenCalledExactlyOnceWith({ content: 'old' }, 'k1');
  expect(to.change).toHaveBeenCalledOnce();
  expect(to.change.mock.calls[0]?.[1]).toEqual(body);
});

it('posts the new text where the earlier one was refused', async () => {
  const to = steps();
  to.post.mockRejectedValueOnce(refusal(422));
  await sendOnce(body, earlier, to);
  expect(to.change).not.toHaveBeenCalled();
  expect(to.post).toHaveBeenCalledTimes(2);
  expect(to.post.mock.calls[1]?.[0]).toEqual(body);
  expect(to.post.mock.calls[1]?.[1]).not.toBe('k1');
});

it.each([0, 401, 409, 429, 503])(
  'posts nothing new while it is not known what became of the earlier one: %i',
  async (status) => {
    const to = steps();
    to.post.mockRejectedValue(status === 0 ? new ProblemError(unreachable) : refusal(status));
    await expect(sendOnce(body, earlier, to)).rejects.toThrow();
    expect(to.post).toHaveBeenCalledOnce();
    expect(to.note).not.toHaveBeenCalled();
  },
);

it('forgets an attempt that was refused', async () => {
  const to = steps();
  to.post.mockRejectedValue(refusal(422));
  await expect(sendOnce(body, undefined, to)).rejects.toThrow();
  expect(to.note).toHaveBeenLastCalledWith(undefined);
});

it('takes a conflict with its own text for an answer that was lost', async () => {
  const conflict = () => Promise.reject(refusal(409));
  const now = () => Promise.resolve('new');
  await expect(changed(conflict, now, (text) => text === 'new')).resolves.toBe('new');
  await expect(changed(conflict, now, (text) => text === 'other')).rejects.toThrow();
});
