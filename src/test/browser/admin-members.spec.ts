import { expectAccessible } from './support/accessible';
import { becomeAdmin } from './support/admin';
import { expect, test, unique } from './support/forum';

test('a group is made, and a member put into it, with the keyboard', async ({
  page,
  forum,
  other,
  baseURL,
}) => {
  await becomeAdmin(forum, baseURL ?? '');
  const member = await other.forum.register();
  const name = unique('Crew');
  await page.goto('/admin/groups');
  await expect(page.getByText('Everyone who visits, also without an account.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add a group' }).press('Enter');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('See the e-mails').press('Space');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name, level: 2 })).toBeFocused();

  const picker = page.getByLabel('Add a member');
  await picker.fill(member.username);
  await expect(page.getByRole('button', { name: member.username })).toBeVisible();
  await expectAccessible(page);
  await picker.press('Enter');
  await expect(page.getByText(`${member.username} is in the group.`)).toBeVisible();
  await expect(picker).toBeFocused();
  const theirs = await other.context.newPage();
  await theirs.goto('/admin');
  await expect(theirs).toHaveURL(/\/admin\/mails$/);
  await expect(theirs.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Boards', exact: true })).toHaveCount(0);
  await expectAccessible(theirs);

  await page.getByRole('button', { name: `Remove ${member.username} from the group` }).click();
  await expect(page.getByText('Nobody was put into this group yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete the group' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Delete the group' }).click();
  await expect(page.getByText(`${name} was deleted.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your groups' })).toBeVisible();
});

test('a member is found, gets a role and is signed out, and the log tells it', async ({
  page,
  forum,
  other,
  baseURL,
}) => {
  const admin = await becomeAdmin(forum, baseURL ?? '');
  const member = await other.forum.register();
  await page.goto('/admin/members');
  await page.getByLabel('Name or e-mail address').fill(member.email);
  await page.getByRole('button', { name: 'Search' }).last().click();
  await expect(page.getByText('1 member', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const manage = page.getByRole('button', { name: `Manage ${member.username}` });
  await manage.click();
  const dialog = page.getByRole('dialog', { name: member.username });
  await dialog.getByLabel('Role').selectOption('Moderator');
  await dialog.getByLabel('Reason').fill('Knows the harbour');
  await dialog.getByRole('button', { name: 'Give this role' }).click();
  await expectAccessible(page);
  await expect(dialog.getByRole('button', { name: 'Give this role' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Give this role' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('listitem').getByText('Moderator', { exact: true })).toBeVisible();

  await manage.click();
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(dialog.getByText('has to sign in again on every device')).toBeVisible();
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText(`${member.username} was signed out everywhere.`)).toBeVisible();
  const theirs = await other.context.newPage();
  await theirs.goto('/profile');
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.getByLabel('Who').fill(admin.username);
  await page.getByRole('button', { name: admin.username, exact: true }).click();
  await page.getByLabel('What', { exact: true }).selectOption('– Role changed');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  await expect(page.getByText('Reason: Knows the harbour')).toBeVisible();
  await page.getByText('Details', { exact: true }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'moderator' })).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'As a table (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page of the administration is accessible and fits', async ({
      page,
      forum,
      baseURL,
    }) => {
      await becomeAdmin(forum, baseURL ?? '');
      for (const path of ['boards', 'boards?board=1', 'groups', 'members', 'log', 'mails']) {
        await page.goto(`/admin/${path}`);
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(beyond, path).toBeLessThanOrEqual(0);
      }
    });
  });
}
