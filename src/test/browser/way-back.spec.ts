import { expect, test, unique } from './support/forum';

// Playwright switches it off unless it is told otherwise.
test.use({
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test('the browser keeps a topic for the way back, and it is live again', async ({
  page,
  forum,
  other,
}) => {
  await other.forum.register('bob');
  await forum.register();
  const topic = await forum.openTopic(unique('Kept'), 'text');
  const connected = page.waitForEvent('websocket');
  await page.goto(`/topic/${topic.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const socket = await connected;
  await socket.waitForEvent('framereceived');
  await page.evaluate(() => {
    Object.assign(window, { isKept: true });
  });

  await page.goto('/robots.txt');
  // Playwright's own way back waits for a page that loads.
  await page.evaluate(() => window.history.back());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic.title);
  expect(await page.evaluate(() => 'isKept' in window)).toBe(true);
  await other.forum.reply(topic.id, 'Welcome back');
  await expect(page.getByText('Welcome back')).toBeVisible();
});
