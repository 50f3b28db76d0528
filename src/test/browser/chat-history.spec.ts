import { bubbles, expectSamePlace, history, roomWith, said, say, visitor } from './support/chat';
import { expect, type Forum, type Page, test } from './support/forum';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `No. ${index + 1}`);

async function longRoom(forum: Forum, theirs: Page, theirForum: Forum, count: number) {
  const bob = await visitor(theirs, theirForum, 'bob');
  await forum.register('ada');
  const roomId = await roomWith(forum, bob.id);
  await say(theirs, roomId, ...numbered(count));
  return roomId;
}

/** How far below the top of the window a message stands. */
async function placeOf(page: Page, content: string): Promise<number> {
  const box = await bubbles(page).filter({ hasText: content }).last().boundingBox();
  return box?.y ?? NaN;
}

test('earlier messages are put in above without moving what is read, to the very first', async ({
  page,
  forum,
  other,
}) => {
  const bob = await other.forum.register('bob');
  await visitor(page, forum, 'ada');
  const roomId = await roomWith(forum, bob.id);
  await say(page, roomId, ...numbered(130));
  await page.goto(`/chat/${roomId}`);
  await expect(bubbles(page)).toHaveCount(50);
  await expect(bubbles(page).last()).toBeInViewport();

  // The next part comes when one is near the top of this one.
  await history(page).evaluate((box) => {
    box.scrollTop = 150;
  });
  const before = await placeOf(page, 'No. 84');
  await expect(bubbles(page)).toHaveCount(100);
  expectSamePlace(before, await placeOf(page, 'No. 84'));

  await history(page).evaluate((box) => {
    box.scrollTop = 0;
  });
  await expect(bubbles(page)).toHaveCount(130);
  expect(await said(page)).toEqual(numbered(130));
  await expect(page.getByRole('button', { name: 'Earlier messages' })).toHaveCount(0);
});

test('one comes in at what is unread, and a button leads to what has come since', async ({
  page,
  forum,
  other,
}) => {
  const theirs = await other.context.newPage();
  const roomId = await longRoom(forum, theirs, other.forum, 40);
  await page.goto(`/chat/${roomId}`);
  await expect(history(page).getByText('Unread from here')).toBeInViewport();
  await expect(bubbles(page).first()).toBeInViewport();
  await expect(page).toHaveTitle(/^\(40\)/);

  const before = await placeOf(page, 'No. 3');
  await say(theirs, roomId, 'Another one');
  const more = page.getByRole('button', { name: '41 new messages' });
  await expect(more).toBeVisible();
  expectSamePlace(before, await placeOf(page, 'No. 3'));

  await more.click();
  await expect(bubbles(page).last()).toBeInViewport();
  await expect(more).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^\(/);

  // Who is at the end stays there.
  await say(theirs, roomId, 'The last one');
  await expect(bubbles(page).filter({ hasText: 'The last one' })).toBeInViewport();
});

test('one comes in at what is unread also where it begins further up', async ({
  page,
  forum,
  other,
}) => {
  const roomId = await longRoom(forum, await other.context.newPage(), other.forum, 70);
  await page.goto(`/chat/${roomId}`);
  await expect(history(page).getByText('Unread from here')).toBeInViewport();
  await expect(bubbles(page).first()).toHaveText(/No\. 1\s*$/);
  await expect(bubbles(page).first()).toBeInViewport();
});

test('what comes while the page is in the background is not read, and stands below a line', async ({
  page,
  forum,
  other,
}) => {
  const theirs = await other.context.newPage();
  const roomId = await longRoom(forum, theirs, other.forum, 2);
  await page.goto(`/chat/${roomId}`);
  await expect(bubbles(page)).toHaveCount(2);
  await expect(page).not.toHaveTitle(/^\(/);
  const show = (state: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await say(theirs, roomId, 'while away');
  await expect(page).toHaveTitle(/^\(1\)/);
  await expect(bubbles(page)).toHaveCount(3);
  await expect(history(page).getByText('Unread from here')).toBeVisible();
  await show('visible');
  await expect(page).not.toHaveTitle(/^\(/);
  await expect(history(page).getByText('Unread from here')).toBeVisible();
});
