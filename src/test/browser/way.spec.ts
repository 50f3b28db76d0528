import { expectAccessible } from './support/accessible';
import { expect, floor, type Forum, test, type Topic, unique } from './support/forum';

async function longTopic(forum: Forum, replies: number): Promise<Topic> {
  const topic = await forum.openTopic(unique('Long'), 'The beginning.');
  for (let each = 1; each <= replies; each++) await forum.reply(topic.id, `number ${each}`);
  return topic;
}

test('going back puts the focus on the link that was left', async ({ page, forum }) => {
  const member = await forum.register();
  const topic = await longTopic(forum, 12);
  await page.goto(`/topic/${topic.id}`);
  const name = floor(page, 9).getByRole('link', { name: member.username });
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: member.username })).toBeFocused();
  await page.goBack();
  await expect(name).toBeFocused();

  await page.goto('/');
  const row = page.getByRole('link', { name: topic.title });
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic.title);
  await page.goBack();
  await expect(row).toBeFocused();
});

test('turning to another page puts the focus on its first item', async ({ page, forum }) => {
  await forum.register();
  const topic = await longTopic(forum, 21);
  await page.goto(`/topic/${topic.id}`);
  const pages = page.getByRole('navigation', { name: 'Pages of this topic' });
  await pages.getByRole('link', { name: 'Next' }).press('Enter');
  await expect(page).toHaveURL(/page=2$/);
  await expect(floor(page, 21)).toBeFocused();
  await pages.getByRole('link', { name: 'Page 1' }).press('Enter');
  await expect(page.getByRole('article', { name: 'Opening post' })).toBeFocused();
});

test('a page beyond the last one leads to the last one', async ({ page, forum }) => {
  await forum.register();
  const topic = await longTopic(forum, 21);
  await page.goto(`/topic/${topic.id}?page=9999`);
  await expect(page).toHaveURL(`/topic/${topic.id}?page=2`);
  await expect(floor(page, 21)).toBeVisible();

  await floor(page, 21).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Reply deleted.')).toBeVisible();
  await expect(page).toHaveURL(`/topic/${topic.id}`);
  await expect(floor(page, 20)).toBeVisible();
  await page.goto('/?page=9999');
  await expect(page).not.toHaveURL(/9999/);
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
});

test('after a deletion the focus is in the reply that follows', async ({ page, forum }) => {
  await forum.register();
  const topic = await longTopic(forum, 3);
  await page.goto(`/topic/${topic.id}`);
  await floor(page, 2).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(floor(page, 2)).toHaveCount(0);
  const focused = () => page.evaluate(() => document.activeElement?.closest('li[id]')?.id);
  await expect.poll(focused).toBe('floor-3');
});

test('who deletes their topic elsewhere is told here, and offered nothing more', async ({
  page,
  forum,
}) => {
  await forum.register();
  const topic = await longTopic(forum, 1);
  await page.goto(`/topic/${topic.id}`);
  const post = page.getByRole('article', { name: 'Opening post' });
  await expect(post.getByRole('button', { name: 'Edit' })).toBeVisible();
  await expect(async () => {
    await page.request.delete(`/api/topic/${topic.id}`, {
      headers: { Origin: new URL(page.url()).origin },
    });
    await expect(page.getByText('This topic was deleted.')).toBeVisible({ timeout: 5_000 });
  }).toPass();
  for (const name of ['Quote', 'Edit', 'Delete']) {
    await expect(page.getByRole('article').getByRole('button', { name })).toHaveCount(0);
  }
  await expectAccessible(page);
});

for (const width of [320, 390]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test('a bar shows how far the reader is, and leads on', async ({ page, forum }) => {
      await forum.register();
      const topic = await longTopic(forum, 21);
      await page.goto(`/topic/${topic.id}`);
      const progress = page.getByRole('button', { name: /^\d+ \/ 21 replies/ });
      await expect(progress).toBeVisible();
      await floor(page, 20).scrollIntoViewIfNeeded();
      await expect(progress).toHaveText(/^(19|20) \/ 21/);
      await expectAccessible(page);
      await progress.click();
      const sheet = page.getByRole('dialog', { name: 'About this topic' });
      await expect(sheet.getByText('Opened')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(progress).toBeFocused();
      await progress.click();
      await sheet.getByLabel('Go to reply').fill('21');
      await sheet.getByRole('button', { name: 'Go' }).click();
      await expect(page).toHaveURL(`/topic/${topic.id}?floor=21`);
      await expect(floor(page, 21)).toBeFocused();
      await expect(sheet).toBeHidden();
    });

    test('the reply box is one step away', async ({ page, forum }) => {
      await forum.register();
      const topic = await longTopic(forum, 15);
      await page.goto(`/topic/${topic.id}`);
      const reply = page.getByRole('link', { name: 'Reply', exact: true });
      await reply.click();
      await expect(page.getByLabel('Your reply')).toBeFocused();
      await expect(page.getByLabel('Your reply')).toBeInViewport();
      await expect(reply).toBeHidden();
      await expect(page).toHaveURL(`/topic/${topic.id}`);
    });

    test('a row of a list has one line of numbers', async ({ page, forum }) => {
      await forum.register();
      const topic = await longTopic(forum, 3);
      await page.goto('/board/discussion');
      const row = page.getByRole('listitem').filter({ hasText: topic.title });
      await expect(row).not.toContainText(/view/);
      const count = await row.getByTitle('3 replies').boundingBox();
      const time = await row.getByRole('time').last().boundingBox();
      expect(Math.abs((count?.y ?? 0) - (time?.y ?? 99))).toBeLessThan(12);
    });
  });
}

test('a row’s board and names are links above the row’s own', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Linked'), 'text', 2);
  await page.goto('/');
  const row = page.getByRole('listitem').filter({ hasText: topic.title });
  await row.locator('a[href="/board/questions"]').click();
  await expect(page).toHaveURL('/board/questions');
});
