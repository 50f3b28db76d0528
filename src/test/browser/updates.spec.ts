import { expect, type Page, test, unique } from './support/forum';

const box = (page: Page) => page.getByLabel('Your reply');

test('a tab left open over an upgrade says so, and keeps the text', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Upgrade'), 'text');
  await page.goto(`/topic/${topic.id}`);
  await box(page).fill('half a thought');
  // The files of the old version are gone.
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('status').getByText('This forum was updated.')).toBeVisible();
  await expect(box(page)).toHaveValue('half a thought');
  await page.getByRole('button', { name: /profile and settings/ }).click();
  await expect(box(page)).toHaveValue('half a thought');
  await page.unroute('**/assets/*.js');
  await page.getByRole('status').getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByText('This forum was updated.')).toHaveCount(0);
  await expect(box(page)).toHaveValue('half a thought');
});

test('a page whose code is gone offers to reload', async ({ page, forum }) => {
  await forum.register();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'New topic' }).first().click();
  await expect(page.getByRole('heading', { name: 'This forum was updated' })).toBeVisible();
  await page.unroute('**/assets/*.js');
  await page.getByRole('main').getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByLabel('Title')).toBeVisible();
});
