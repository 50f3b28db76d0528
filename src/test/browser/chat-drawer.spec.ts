import { expectAccessible } from './support/accessible';
import { bubbles, composer, roomWith, say, visitor, write } from './support/chat';
import { expect, floor, test, unique } from './support/forum';

test('on a phone the button leads to the page of the chat', async ({ page, forum }, {
  project,
}) => {
  test.skip(project.name !== 'phone');
  await forum.register();
  await page.goto('/');
  await page.getByRole('link', { name: 'Messages' }).click();
  await expect(page).toHaveURL('/chat');
  await expect(page.getByRole('heading', { level: 1, name: 'Messages' })).toBeFocused();
});

test.describe('on a desk', () => {
  test.beforeEach(({ page: _ }, { project }) => {
    test.skip(project.name !== 'desk');
  });

  test('the drawer has the whole chat over the page, for the keyboard alone', async ({
    page,
    forum,
    other,
  }) => {
    const theirs = await other.context.newPage();
    const bob = await visitor(theirs, other.forum, 'bob');
    await forum.register('ada');
    const topic = await forum.openTopic(unique('Below'), 'The page below');
    const roomId = await roomWith(forum, bob.id);
    await say(theirs, roomId, 'Hello Ada');
    await page.goto(`/topic/${topic.id}`);

    const button = page.getByRole('button', { name: 'Messages' });
    await button.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('region', { name: 'Messages' });
    await expect(drawer.getByRole('searchbox')).toBeFocused();
    await expectAccessible(page);

    await page.keyboard.press('Tab');
    const contact = drawer.getByRole('link', { name: bob.username });
    await expect(contact).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(bubbles(page).first()).toContainText('Hello Ada');
    await expect(composer(page)).toBeFocused();
    await page.keyboard.type('Hello Bob');
    await page.keyboard.press('Enter');
    await expect(bubbles(page).last()).toContainText('Sent');
    await expect(page).toHaveURL(`/topic/${topic.id}`);
    await expectAccessible(page);

    await drawer.getByRole('link', { name: 'Back to your messages' }).press('Enter');
    await expect(contact).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test('it comes back as it was left, and opens as a page', async ({ page, forum, other }) => {
    const bob = await other.forum.register('bob');
    await forum.register('ada');
    const roomId = await roomWith(forum, bob.id);
    await page.goto('/');
    const drawer = page.getByRole('region', { name: 'Messages' });
    await page.getByRole('button', { name: 'Messages' }).click();
    await drawer.getByRole('link', { name: bob.username }).click();
    await composer(page).fill('not yet');
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect(drawer).toHaveCount(0);
    await page.getByRole('button', { name: 'Messages' }).click();
    await expect(composer(page)).toHaveValue('not yet');
    await drawer.getByRole('link', { name: 'Open as a page' }).click();
    await expect(page).toHaveURL(`/chat/${roomId}`);
    await expect(drawer).toHaveCount(0);
    await expect(composer(page)).toHaveValue('not yet');
    await write(page, 'now');
    await expect(bubbles(page).last()).toContainText('Sent');
  });

  test('the topic beside it is read, scrolled and written in', async ({ page, forum, other }) => {
    const bob = await other.forum.register('bob');
    await forum.register('ada');
    await roomWith(forum, bob.id);
    const topic = await forum.openTopic(unique('Beside'), 'The page beside');
    for (let each = 0; each < 12; each++) await forum.reply(topic.id, `number ${each + 1}`);
    await page.goto(`/topic/${topic.id}`);
    await expect(floor(page, 12)).toBeVisible();
    await page.getByRole('button', { name: 'Messages' }).click();
    const drawer = page.getByRole('region', { name: 'Messages' });
    await drawer.getByRole('link', { name: bob.username }).click();
    await expect(composer(page)).toBeFocused();
    expect((await drawer.boundingBox())?.width).toBe(384);

    // Nothing of the page lies below the drawer.
    const post = await floor(page, 1).boundingBox();
    const edge = await drawer.boundingBox();
    expect((post?.x ?? 0) + (post?.width ?? 0)).toBeLessThanOrEqual(edge?.x ?? 0);
    await floor(page, 6).getByText('number 6').click();
    await page.mouse.wheel(0, 600);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    await page.getByLabel('Your reply').fill('beside the chat');
    await expect(drawer).toBeVisible();
    await composer(page).focus();
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Messages' })).toBeFocused();
    await expect(page.getByLabel('Your reply')).toHaveValue('beside the chat');
  });

  test('it stays open from page to page', async ({ page, forum }) => {
    await forum.register('ada');
    const topic = await forum.openTopic(unique('Stays'), 'text');
    await page.goto('/');
    await page.getByRole('button', { name: 'Messages' }).click();
    const drawer = page.getByRole('region', { name: 'Messages' });
    await expect(drawer).toBeVisible();
    await page.getByRole('link', { name: topic.title }).click();
    await expect(page).toHaveURL(`/topic/${topic.id}`);
    await expect(drawer).toBeVisible();
    await page.getByRole('button', { name: 'Messages' }).click();
    await expect(drawer).toHaveCount(0);
  });

  test('Escape first clears the name one looks for, then closes it', async ({ page, forum }) => {
    await forum.register('ada');
    await page.goto('/');
    await page.getByRole('button', { name: 'Messages' }).click();
    const drawer = page.getByRole('region', { name: 'Messages' });
    const search = drawer.getByRole('searchbox', { name: 'Find a member' });
    await search.fill('nobody-is-called-so');
    await expect(drawer.getByText('No members found.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
  });
});
