import { expectAccessible } from './support/accessible';
import { bubbles, composer, history, roomWith, said, say, visitor, write } from './support/chat';
import { expect, test } from './support/forum';

test('a conversation is opened from a profile, and found again among the contacts', async ({
  page,
  forum,
  other,
}) => {
  const friend = await other.forum.register('friend');
  await forum.register();
  await page.goto(`/user/${friend.id}`);
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: friend.username })).toBeVisible();
  const address = page.url();
  await page.goto('/chat');
  await page.getByRole('link', { name: friend.username }).click();
  await expect(page).toHaveURL(address);
});

test('a conversation is begun with a member who is found by the beginning of their name', async ({
  page,
  forum,
  other,
}) => {
  const friend = await other.forum.register('zoe');
  await forum.register();
  await page.goto('/chat');
  await page.getByRole('searchbox', { name: 'Find a member' }).fill(friend.username.slice(0, 9));
  await page.getByRole('button', { name: friend.username }).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await write(page, 'Hello Zoe');
  await expect(bubbles(page).last()).toContainText('Sent');
});

test('two members talk: typing, messages, marks of reading and of presence', async ({
  page,
  forum,
  other,
}) => {
  const bob = await other.forum.register('bob');
  await forum.register('ada');
  const address = `/chat/${await roomWith(forum, bob.id)}`;
  await page.goto(address);
  await expect(page.getByText('Online')).toHaveCount(0);

  const theirs = await other.context.newPage();
  await theirs.goto(address);
  await expect(page.getByRole('main').getByText('Online').last()).toBeVisible();

  await composer(page).pressSequentially('Have you **seen** it');
  // Presence shows before the other page listens to the room, and a notice of typing is not repeated.
  await expect(async () => {
    await composer(page).pressSequentially('?');
    await expect(theirs.getByText('typing…')).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(bubbles(theirs)).toHaveCount(1);
  await expect(bubbles(theirs).first().locator('strong')).toHaveText('seen');
  await expect(theirs.getByText('typing…')).toHaveCount(0);
  await expect(bubbles(page).last()).toContainText('Read');
  await expect(composer(page)).toHaveValue('');

  await write(theirs, 'Yes, a moment ago');
  await expect(bubbles(page)).toHaveCount(2);
  await expect(page.getByRole('log', { name: 'New messages' })).toContainText('Yes, a moment ago');

  await theirs.close();
  await expect(page.getByText('Online')).toHaveCount(0, { timeout: 60_000 });
});

test('what waits is counted in the header and the title until it is read', async ({
  page,
  forum,
  other,
}) => {
  await forum.register('ada');
  const theirs = await other.context.newPage();
  const bob = await visitor(theirs, other.forum, 'bob');
  const roomId = await roomWith(forum, bob.id);
  await page.goto('/');
  const chat = page.getByRole('banner').getByText('Messages', { exact: true }).locator('..');
  await expect(chat).toBeVisible();
  await expect(page).toHaveTitle('Parley');

  await say(theirs, roomId, 'one', 'two');
  await expect(page).toHaveTitle('(2) Parley');
  await expect(chat).toHaveAccessibleName('Messages 2 unread messages');
  await page.reload();
  await expect(page).toHaveTitle('(2) Parley');

  await chat.click();
  await page.getByRole('link', { name: bob.username }).click();
  await expect(history(page).getByText('Unread from here')).toBeVisible();
  await expect(chat.getByText('2', { exact: true })).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^\(/);

  // What comes while one is looking is read at once.
  await say(theirs, roomId, 'three');
  await expect(bubbles(page)).toHaveCount(3);
  await expect(page).not.toHaveTitle(/^\(/);
  await page.goto('/');
  await expect(chat).toBeVisible();
  await expect(chat).toHaveAccessibleName('Messages');
});

test('Enter sends on a desk; with a touch keyboard it begins a line', async ({
  page,
  forum,
  other,
}, { project }) => {
  const bob = await other.forum.register('bob');
  await forum.register('ada');
  await page.goto(`/chat/${await roomWith(forum, bob.id)}`);
  await composer(page).fill('one');
  await composer(page).press('Shift+Enter');
  await page.keyboard.type('two');
  await composer(page).press('Enter');
  if (project.name === 'phone') {
    await expect(composer(page)).toHaveValue('one\ntwo\n');
    await page.getByRole('button', { name: 'Send' }).click();
  }
  await expect(bubbles(page)).toHaveCount(1);
  await expect(bubbles(page).first()).toContainText(/one\s*two/);
  await expect(composer(page)).toHaveValue('');
  await expect(composer(page)).toBeFocused();
});

test('the Enter of an input method takes a candidate and sends nothing', async ({
  page,
  forum,
  other,
}, { project }) => {
  test.skip(project.name === 'phone', 'Enter never sends with a touch keyboard');
  const bob = await other.forum.register('bob');
  await forum.register('ada');
  await page.goto(`/chat/${await roomWith(forum, bob.id)}`);
  await composer(page).fill('你好');
  const enter = { key: 'Enter', bubbles: true, cancelable: true };
  await composer(page).dispatchEvent('keydown', { ...enter, isComposing: true });
  // As Safari tells of it, after the composition has ended.
  await composer(page).dispatchEvent('keydown', { ...enter, keyCode: 229 });
  await expect(composer(page)).toHaveValue('你好');
  await composer(page).press('Enter');
  await expect(bubbles(page)).toHaveCount(1);
  expect(await said(page)).toEqual(['你好']);
});

test('what is being written is there again after a reload, in its room alone', async ({
  page,
  forum,
  other,
}) => {
  const bob = await other.forum.register('bob');
  const carol = await other.forum.register('carol');
  await forum.register('ada');
  const [here, there] = [await roomWith(forum, bob.id), await roomWith(forum, carol.id)];
  await page.goto(`/chat/${here}`);
  await composer(page).fill('half a thought');
  await page.goto(`/chat/${there}`);
  await expect(composer(page)).toHaveValue('');
  await page.goto(`/chat/${here}`);
  await expect(composer(page)).toHaveValue('half a thought');
});

test('too long a message is not sent, and says so', async ({ page, forum, other }) => {
  const bob = await other.forum.register('bob');
  await forum.register('ada');
  await page.goto(`/chat/${await roomWith(forum, bob.id)}`);
  await composer(page).fill('𝕏'.repeat(4_000));
  await expect(page.getByText('4,000 of 4,000')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send' })).toBeEnabled();
  await composer(page).fill('𝕏'.repeat(4_001));
  await expect(page.getByText('4,001 of 4,000')).toBeVisible();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveAccessibleDescription(/This message is too long/);
  await expect(composer(page)).toHaveValue(/./);
  await expect(bubbles(page)).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('a conversation is accessible and nowhere wider than the screen', async ({
      page,
      forum,
      other,
    }) => {
      await forum.register('ada');
      const theirs = await other.context.newPage();
      const bob = await visitor(theirs, other.forum, 'bob');
      const roomId = await roomWith(forum, bob.id);
      await say(theirs, roomId, 'Hello', '```sql\nSELECT 1;\n```', `| a | b |\n|-|-|\n| 1 | 2 |`);
      await say(theirs, roomId, `A [link](https://example.org/) ${'endless'.repeat(40)}`);
      await page.setViewportSize({
        width: Math.min(360, page.viewportSize()?.width ?? 0),
        height: 700,
      });
      await page.goto(`/chat/${roomId}`);
      await expect(bubbles(page)).toHaveCount(4);
      await write(page, 'And a word of mine');
      await expect(bubbles(page).last()).toContainText('Sent');
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
    });
  });
}
