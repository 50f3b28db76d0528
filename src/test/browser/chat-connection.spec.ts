import { bubbles, Cable, composer, history, roomWith, said, visitor, write } from './support/chat';
import { expect, type Forum, type Member, type Page, test } from './support/forum';

interface Pair {
  readonly theirs: Page;
  readonly bob: Member;
  readonly address: string;
}

/** The page's visitor, and Bob in a browser of his own, both in their room. */
async function talking(page: Page, forum: Forum, theirs: Page, theirForum: Forum): Promise<Pair> {
  const bob = await visitor(theirs, theirForum, 'bob');
  await forum.register('ada');
  const address = `/chat/${await roomWith(forum, bob.id)}`;
  await theirs.goto(address);
  await page.goto(address);
  await write(page, 'Hello');
  await expect(bubbles(page).last()).toContainText('Read');
  return { theirs, bob, address };
}

test('what is said while the connection is gone arrives once and in order, both ways', async ({
  page,
  forum,
  other,
}) => {
  const cable = await Cable.lay(page);
  const { theirs } = await talking(page, forum, await other.context.newPage(), other.forum);

  await cable.cut();
  for (const words of ['one', 'two', 'three']) await write(theirs, words);
  await expect(bubbles(theirs)).toHaveCount(4);
  await write(page, 'four');
  await write(page, 'five');
  await expect(history(page).getByText('Waiting for the connection')).toHaveCount(2);
  await write(page, 'never mind');
  await bubbles(page).last().getByRole('button', { name: 'Discard' }).click();
  expect(await said(page)).toEqual(['Hello', 'four', 'five']);

  await cable.mend();
  const all = ['Hello', 'one', 'two', 'three', 'four', 'five'];
  await expect.poll(() => said(page), { timeout: 45_000 }).toEqual(all);
  await expect.poll(() => said(theirs)).toEqual(all);
  await expect(history(page).getByText('Waiting for the connection')).toHaveCount(0);
  await expect(bubbles(page).last()).toContainText('Read');
});

test('a message that waits for the connection outlives a reload, and is stored once', async ({
  page,
  forum,
  other,
}) => {
  const cable = await Cable.lay(page);
  const { theirs } = await talking(page, forum, await other.context.newPage(), other.forum);
  // Cut only what carries messages, so that the page itself can be had again.
  await cable.cutSockets();
  await page.route(/\/eventbus\//, (route) => route.abort());
  await write(page, 'wait for me');
  await expect(history(page).getByText('Waiting for the connection')).toBeVisible();
  await page.reload();
  await expect(bubbles(page)).toHaveCount(2);
  expect(await said(page)).toEqual(['Hello', 'wait for me']);

  await page.unroute(/\/eventbus\//);
  await cable.mend();
  await expect.poll(() => said(theirs), { timeout: 45_000 }).toEqual(['Hello', 'wait for me']);
  await expect(bubbles(page).last()).toContainText('Read');
  expect(await said(page)).toEqual(['Hello', 'wait for me']);
});

test('a refused message is kept over a reload, and sent again or discarded as its author wishes', async ({
  page,
  forum,
  other,
}) => {
  const cable = await Cable.lay(page);
  const { theirs } = await talking(page, forum, await other.context.newPage(), other.forum);
  cable.refuseNext('chat.send', 500);
  await write(page, 'try this');
  const failed = bubbles(page).filter({ hasText: 'Not sent.' });
  await expect(failed).toContainText('try this');
  await expect(composer(page)).toBeFocused();

  await page.reload();
  await expect(failed).toContainText('try this');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => said(theirs)).toEqual(['Hello', 'try this']);
  await expect(failed).toHaveCount(0);
  expect(await said(page)).toEqual(['Hello', 'try this']);

  cable.refuseNext('chat.send', 403);
  await write(page, 'and this');
  await failed.getByRole('button', { name: 'Discard' }).click();
  await expect(bubbles(page)).toHaveCount(2);
  await page.reload();
  await expect(bubbles(page)).toHaveCount(2);
});

test('where WebSocket is blocked, the chat goes over plain requests', async ({
  page,
  forum,
  other,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebSocket');
  });
  const { theirs } = await talking(page, forum, await other.context.newPage(), other.forum);
  await composer(theirs).pressSequentially('over ');
  await expect(page.getByText('typing…')).toBeVisible();
  await write(theirs, 'over requests too');
  await expect.poll(() => said(page)).toEqual(['Hello', 'over requests too']);
  await expect(bubbles(theirs).last()).toContainText('Read');
  expect(requests.some((url) => /\/eventbus\/.*\/xhr/.test(url))).toBe(true);
});
