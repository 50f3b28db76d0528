import { expect, test } from './support/forum';

test('changing the password ends the other session, which is told', async ({
  page,
  forum,
  other,
}) => {
  const member = await forum.register();
  await other.forum.post('/api/login', { username: member.username, password: member.password });
  const theirs = await other.context.newPage();
  await theirs.goto('/settings/sessions');
  await expect(theirs.getByText('This device')).toBeVisible();

  await page.goto('/settings/sessions');
  await expect(page.getByRole('button', { name: /^End the session of/ })).toHaveCount(1);
  await page.getByRole('link', { name: 'Password' }).click();
  await page.getByLabel('Current password').fill('not this one');
  await page.getByLabel('New password').fill('another good secret');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Current password').fill(member.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('You were signed out everywhere else.')).toBeVisible();
  await page.getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('button', { name: /^End the session of/ })).toHaveCount(0);

  await theirs.getByRole('link', { name: 'Profile', exact: true }).click();
  await theirs.getByLabel('Signature').fill('typed in vain?');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Your session has ended.')).toBeVisible();
  await expect(theirs.getByLabel('Signature')).toHaveValue('typed in vain?');
});

test('a session elsewhere is ended from the list', async ({ page, forum, other }) => {
  const { username, password } = await forum.register();
  await other.forum.post('/api/login', { username, password });
  await page.goto('/settings/sessions');
  await page.getByRole('button', { name: /^End the session of/ }).click();
  await expect(page.getByRole('button', { name: /^End the session of/ })).toHaveCount(0);
  const theirs = await other.context.newPage();
  await theirs.goto('/profile');
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('the profile is changed, and a taken name is said to be', async ({ page, forum, other }) => {
  await forum.register();
  const { username } = await other.forum.register();
  await page.goto('/settings/profile');
  await page.getByLabel('Signature').fill('Looms and engines.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('Username').fill(username);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true');
  await page.goto('/profile');
  await expect(page.getByText('Looms and engines.')).toBeVisible();
});

test('which mails come, and in which language, is chosen and kept', async ({ page, forum }) => {
  await forum.register();
  await page.goto('/settings/mails');
  await page.getByLabel('E-mail me when someone mentions me').uncheck();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.getByLabel('E-mail language').selectOption('简体中文');
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect
    .poll(async () => forum.post('/api/user'))
    .toMatchObject({ mentionMails: false, language: 'zh-CN' });
});

test('a picture is cropped, previewed, uploaded and shown', async ({ page, forum }) => {
  const member = await forum.register();
  await page.goto('/settings/avatar');
  // Drawn here: half red, half blue, twice as wide as high.
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 200;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    for (const [index, colour] of ['red', 'blue'].entries()) {
      context.fillStyle = colour;
      context.fillRect(index * 200, 0, 200, 200);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await page
    .getByLabel('Choose a picture')
    .and(page.locator('input'))
    .setInputFiles({
      name: 'two.png',
      mimeType: 'image/png',
      buffer: Buffer.from(drawn, 'base64'),
    });
  await expect(page.getByRole('img', { name: 'Preview' })).toBeVisible();
  await page.getByRole('slider', { name: 'Zoom' }).fill('2');
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByText('Your picture was updated.')).toBeVisible();
  const picture = page.getByRole('button', { name: member.username }).locator('img');
  await expect(picture).toHaveAttribute('src', /^\/api\/images\//);
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Remove the picture' }).click();
  await expect(page.getByText('Your picture was removed.')).toBeVisible();
  await expect(picture).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove the picture' })).toHaveCount(0);
});

test('a drawing of a few pixels is not smeared', async ({ page, forum }) => {
  const member = await forum.register();
  await page.goto('/settings/avatar');
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 16;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    for (let i = 0; i < 256; i++) {
      context.fillStyle = (i + (i >> 4)) % 2 ? '#ff0000' : '#0000ff';
      context.fillRect(i % 16, i >> 4, 1, 1);
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  await page
    .getByLabel('Choose a picture')
    .and(page.locator('input'))
    .setInputFiles({
      name: 'tiny.png',
      mimeType: 'image/png',
      buffer: Buffer.from(drawn, 'base64'),
    });
  await expect(page.getByRole('img', { name: 'Preview' })).toBeVisible();
  await page.getByRole('button', { name: 'Use this picture' }).click();
  const picture = page.getByRole('button', { name: member.username }).locator('img');
  await expect(picture).toHaveCSS('image-rendering', 'pixelated');
  const colours = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<string>();
    for (let i = 0; i < data.length; i += 4) seen.add(data.slice(i, i + 3).join());
    return { width: canvas.width, seen: [...seen].sort() };
  });
  expect(colours).toEqual({ width: 16, seen: ['0,0,255', '255,0,0'] });
});

test('a file that is no picture is refused where it is chosen', async ({ page, forum }) => {
  await forum.register();
  await page.goto('/settings/avatar');
  await page
    .getByLabel('Choose a picture')
    .and(page.locator('input'))
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByRole('alert')).toContainText('cannot read this file');
});
