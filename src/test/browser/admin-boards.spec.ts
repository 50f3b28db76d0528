import { expectAccessible } from './support/accessible';
import { becomeAdmin } from './support/admin';
import { expect, test, unique } from './support/forum';

test('a board is added, changed, put in its place and merged into another', async ({
  page,
  forum,
  baseURL,
}) => {
  await becomeAdmin(forum, baseURL ?? '');
  const title = unique('Looms');
  await page.goto('/');
  await page.getByRole('button', { name: /profile and settings/ }).click();
  await page.getByRole('menuitem', { name: 'Administration' }).click();
  await expect(page).toHaveURL(/\/admin\/boards$/);
  await page.getByRole('link', { name: 'Add a board' }).click();
  await expect(page.getByRole('heading', { name: 'Add a board' })).toBeFocused();
  await page.getByRole('button', { name: 'Add a board' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.getByLabel('Name', { exact: true }).fill(title);
  await page.getByLabel('Colour', { exact: true }).fill('#ffee88');
  await expect(page.getByText(/^Light: contrast .* hard to see/)).toBeVisible();
  await page.getByLabel('Colour', { exact: true }).fill('#3c8575');
  await expect(page.getByText(/^Light: contrast .* easy to see/)).toBeVisible();
  await page.getByLabel('Kind').selectOption('Questions');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a board' }).click();

  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.getByLabel('See the board').selectOption('Members');
  await page.getByRole('button', { name: 'Save who may do what' }).click();
  await expect(page.getByText('Saved. It is in effect.')).toBeVisible();
  await expectAccessible(page);
  const id = Number(new URL(page.url()).searchParams.get('board'));
  await forum.openTopic(unique('Jacquard'), 'cards', id);
  await page.getByRole('link', { name: 'All boards' }).click();
  const edit = page.getByRole('link', { name: `Edit ${title}` });
  await expect(edit).toBeFocused();

  const up = page.getByRole('button', { name: `Move ${title} up` });
  await up.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: `${title} is now` })).toHaveCount(1);
  await expect(up).toBeFocused();
  await expectAccessible(page);
  await page.reload();
  await edit.click();
  await page.getByLabel('Move its topics to').selectOption('Discussion');
  await page.getByRole('button', { name: 'Move the topics and delete' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('1 topic goes to Discussion');
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Move the topics and delete' }).click();
  await expect(page).toHaveURL(/\/admin\/boards$/);
  await expect(edit).toHaveCount(0);
  await expect(page.getByText(title, { exact: true })).toHaveCount(0, { timeout: 60_000 });
});

test('for others there is no administration', async ({ page, forum }) => {
  const guest = await page.goto('/admin/boards');
  expect(guest?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await forum.register();
  const member = await page.goto('/admin');
  expect(member?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.getByRole('button', { name: /profile and settings/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Administration' })).toHaveCount(0);
});
