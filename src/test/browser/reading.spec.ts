import { expect, floor, test, unique } from './support/forum';

test('the page of a list survives opening a topic, going back and reloading', async ({
  page,
  forum,
}) => {
  await forum.register();
  for (let each = 0; each < 21; each++)
    await forum.openTopic(unique(`Question ${each}`), 'text', 2);
  // The server counts topics a moment after they are opened.
  await expect(async () => {
    await page.goto('/board/questions');
    await page.getByRole('link', { name: 'Page 2' }).first().click({ timeout: 5_000 });
  }).toPass();
  await expect(page).toHaveURL('/board/questions?page=2');
  const pages = page.getByRole('navigation', { name: 'Pages of topics' });
  await expect(pages.getByRole('link', { name: 'Page 2', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.getByRole('listitem').getByRole('heading').first().getByRole('link').click();
  await expect(page).toHaveURL(/\/topic\/\d+$/);
  await page.goBack();
  await expect(page).toHaveURL('/board/questions?page=2');
  await page.reload();
  await expect(pages.getByRole('link', { name: 'Page 2', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('going back returns to the place that was left', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Long'), 'text');
  for (let each = 0; each < 20; each++)
    await forum.reply(topic.id, `reply ${each}\n\n- a\n- b\n- c`);
  await page.goto(`/topic/${topic.id}`);
  await floor(page, 12)
    .getByRole('link', { name: /member/ })
    .scrollIntoViewIfNeeded();
  await floor(page, 12)
    .getByRole('link', { name: /member/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Recent replies' })).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(floor(page, 12)).toBeInViewport();
});

test('nothing moves while a list and a topic load', async ({ page, forum, other }) => {
  await other.forum.register();
  await forum.register();
  const topic = await forum.openTopic(unique('Still'), 'A **text**.\n\n```js\nlet a\n```');
  await forum.reply(topic.id, 'a reply');
  await page.addInitScript(() => {
    const total = { shift: 0 };
    Object.assign(window, { total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        total.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Slower than any real server, so that the empty page is really drawn before.
  await page.route('**/api/**', async (route) => {
    const answer = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ response: answer });
  });
  for (const address of ['/', '/board/discussion', `/topic/${topic.id}`]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(
      () => (window as unknown as { total: { shift: number } }).total.shift,
    );
    // 0.1 is where web.dev draws the line of "good"; we want far less.
    expect(shift, address).toBeLessThan(0.02);
  }
});

test('the theme and the language are chosen, and stay', async ({ page }) => {
  await page.goto('/');
  const body = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await body();
  await page.getByRole('button', { name: 'Appearance and language' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(body).not.toBe(light);
  await page.getByRole('button', { name: 'Appearance and language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最新话题');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('最新话题');
  expect(await body()).not.toBe(light);
});

test('no network and a server that is down each leave a way on', async ({ page, context }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Latest topics' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toHaveCount(0);

  await page.route('**/api/index*', (route) =>
    route.fulfill({ status: 503, headers: { 'Retry-After': '1' } }),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /is unavailable/ })).toBeVisible({
    timeout: 15_000,
  });
  await page.unroute('**/api/index*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: /is unavailable/ })).toHaveCount(0);
});

test('an unknown address is a page that leads on', async ({ page }) => {
  const answer = await page.goto('/no/such/page');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to latest topics' }).click();
  await expect(page.getByRole('heading', { name: 'Latest topics' })).toBeFocused();
});
