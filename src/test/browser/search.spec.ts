import { randomUUID } from 'node:crypto';
import { expectAccessible } from './support/accessible';
import { expect, type Page, test } from './support/forum';

const word = () => `w${randomUUID().replaceAll('-', '').slice(0, 12)}`;

async function found(page: Page, address: string, title: string): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await expect(page.getByRole('link', { name: title })).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test('a topic is suggested while somebody types, and found by its text', async ({
  page,
  forum,
}) => {
  await forum.register();
  const unique = word();
  const topic = await forum.openTopic(`About ${unique}`, `The *text* mentions the ${unique}b too.`);
  await found(page, `/search?q=${unique}b`, topic.title);
  await expect(page.locator('mark')).toHaveText(`${unique}b`);
  await expectAccessible(page);

  // Where the header has room for the field.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const field = page.getByRole('combobox', { name: 'Search' });
  await expect(field).toBeVisible();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await field.pressSequentially(unique.slice(0, 10));
  await expect(page.getByRole('option', { name: new RegExp(unique) })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/topic/${topic.id}`);
});

test('filters and order are in the address, and going back finds them again', async ({
  page,
  forum,
}) => {
  const { username } = await forum.register();
  const unique = word();
  const topic = await forum.openTopic(`About ${unique}`, 'text');
  await found(page, `/search?q=${unique}`, topic.title);
  await page.getByLabel('Order').selectOption('Newest');
  await expect(page).toHaveURL(`/search?q=${unique}&sort=newest`);
  await page.getByLabel('Written by').fill(username);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/search?q=${unique}&sort=newest&author=${username}`);
  await page.getByRole('link', { name: 'Replies' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: topic.title })).toBeVisible();
});

test('on a phone the header leads to the page, which fits and works in both themes', async ({
  page,
  forum,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await forum.register();
  const unique = word();
  const topic = await forum.openTopic(`About ${unique} ${'x'.repeat(80)}`, `${unique} `.repeat(40));
  await found(page, `/search?q=${unique}`, topic.title);
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  const field = page.getByRole('searchbox', { name: 'Search' });
  await expect(field).toBeFocused();
  await field.fill(unique);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: topic.title })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
