import { randomUUID } from 'node:crypto';
import { expect, test } from './support/forum';
import { mailedLink } from './support/mail';

test('a visitor registers, signs out and signs in again by e-mail address', async ({ page }) => {
  const username = `new_${randomUUID().slice(0, 8)}`;
  await page.goto('/register');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('E-mail address').fill(`${username}@example.org`);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByText(`Welcome, ${username}!`)).toBeVisible();
  await expect(page).toHaveURL('/');

  await page.getByRole('button', { name: username }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();

  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Username or e-mail address').fill(`${username}@example.org`);
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: username })).toBeVisible();
});

test('what is wrong with a registration is said at its field', async ({ page, other }) => {
  const { username } = await other.forum.register();
  await page.goto('/register');
  await page.getByLabel('Username').fill(username.toUpperCase());
  await page.getByLabel('E-mail address').fill('somebody@example.org');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Password').fill('long enough now');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/.+ .+/);
});

test('a wrong password is refused without telling more', async ({ page, other }) => {
  const { username } = await other.forum.register();
  await page.goto('/login');
  await page.getByLabel('Username or e-mail address').fill(username);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Wrong username or password');
});

test('a forgotten password is set anew by the mailed link, once, and ends every session', async ({
  page,
  other,
}) => {
  const member = await other.forum.register();
  const theirs = await other.context.newPage();
  await theirs.goto('/settings/profile');
  await expect(theirs.getByLabel('Username')).toHaveValue(member.username);

  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await page.getByLabel('E-mail address').fill(member.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('we have sent an e-mail');

  const link = await mailedLink(page, 'reset', member.email);
  await page.goto(link);
  await page.getByLabel('New password').fill('a new secret of mine');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password was changed.')).toBeVisible();
  await page.getByLabel('Username or e-mail address').fill(member.username);
  await page.getByLabel('Password').fill('a new secret of mine');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: member.username })).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto(link);
  await page.getByLabel('New password').fill('yet another secret');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('alert')).toContainText('has expired or was already used');
});

test('a new address needs the password, counts once it is verified, and can be taken back', async ({
  page,
  forum,
}) => {
  const member = await forum.register();
  await page.goto(await mailedLink(page, 'verify', member.email));
  await page.getByRole('button', { name: 'Verify my address' }).click();
  await expect(page.getByText('Your e-mail address is verified.')).toBeVisible();

  const wanted = member.email.replace('@', '.new@');
  await page.goto('/settings/profile');
  await page.getByLabel('E-mail address').fill(wanted);
  await page.getByLabel('Current password').fill('wrong password');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await page.getByLabel('Current password').fill(member.password);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`${wanted} counts once you open the link`)).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(member.email);

  await page.goto(await mailedLink(page, 'verify', wanted));
  await page.getByRole('button', { name: 'Verify my address' }).click();
  await expect(page.getByText('Your e-mail address is verified.')).toBeVisible();
  await page.goto('/settings/profile');
  await expect(page.getByLabel('E-mail address')).toHaveValue(wanted);

  await page.goto(await mailedLink(page, 'undo', member.email));
  await page.getByRole('button', { name: 'Restore my address' }).click();
  await expect(page.getByText('This is the address of your account again.')).toBeVisible();
});

test('the mailed link verifies the address', async ({ page, forum }) => {
  const member = await forum.register();
  await page.goto('/profile');
  await expect(page.getByText('not verified yet')).toBeVisible();
  await page.goto(await mailedLink(page, 'verify', member.email));
  await page.getByRole('button', { name: 'Verify my address' }).click();
  await expect(page.getByText('Your e-mail address is verified.')).toBeVisible();
  await page.goto('/profile');
  await expect(page.getByText(`${member.email} · verified`)).toBeVisible();
});
