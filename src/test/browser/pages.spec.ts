import { expectAccessible } from './support/accessible';
import { expect, type Page, test, unique } from './support/forum';

/** As a forum with other settings would answer. */
async function withSite(page: Page, name: string, about: object): Promise<void> {
  await page.route('**/api/site', async (route) => {
    const answer = await route.fetch();
    const site = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...site, name, about } });
  });
}

const nothing = { welcome: '', rules: '', privacy: '', imprint: '' };

test('the HTML of a page has its title before any script runs', async ({ request, forum }) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Cats & <dogs>'), 'Some **bold** words');
  const html = async (path: string) => (await request.get(path)).text();
  const escaped = topic.title.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
  expect(await html(`/topic/${topic.id}`)).toContain(`<title>${escaped} · Parley</title>`);
  expect(await html(`/topic/${topic.id}`)).toContain('content="Some bold words"');
  expect(await html(`/user/${member.id}`)).toContain(`<title>${member.username} · Parley</title>`);
  expect(await html('/board/questions')).toMatch(/<title>[^<]+ · Parley<\/title>/);
  expect(await html('/')).toContain('<title>Parley</title>');
});

test('a script keeps the title', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Titles'), 'text');
  await page.goto(`/topic/${topic.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic.title);
  await expect(page).toHaveTitle(`${topic.title} · Parley`);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', 'text');
});

test('a page about nothing has status 404, and says so', async ({ page }) => {
  for (const address of ['/topic/999999999', '/user/999999999']) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
  }
});

test('a guest’s pages make no error in the console', async ({ page, other }) => {
  await other.forum.register();
  const topic = await other.forum.openTopic(unique('Quiet'), 'text');
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('response', (answer) => {
    if (answer.status() >= 400) errors.push(`${answer.status()} ${answer.url()}`);
  });
  for (const address of ['/', `/topic/${topic.id}`, '/register', '/login']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  expect(errors).toEqual([]);
});

for (const width of [320, 390]) {
  test(`the forum’s name is whole at ${width} px`, async ({ page, forum }) => {
    await forum.register();
    await page.setViewportSize({ width, height: 800 });
    for (const name of ['Küstensegler und Freunde der Ostsee', '海岸航行者与波罗的海之友论坛']) {
      await withSite(page, name, nothing);
      await page.goto('/');
      const shown = page.getByRole('banner').getByText(name);
      await expect(shown).toBeVisible();
      const hidden = await shown.evaluate((element) => ({
        width: element.scrollWidth - element.clientWidth,
        height: element.scrollHeight - element.clientHeight,
        page: document.documentElement.scrollWidth - window.innerWidth,
      }));
      expect(Math.max(...Object.values(hidden))).toBeLessThanOrEqual(1);
    }
  });
}

test('guests are welcomed once, and find the legal pages', async ({ page }) => {
  await withSite(page, 'Ours', {
    welcome: 'For those who sail.',
    rules: '/board/announcements',
    privacy: '',
    imprint: 'https://example.org/imprint',
  });
  await page.goto('/');
  await expect(page.getByText('For those who sail.')).toBeVisible();
  await expectAccessible(page);
  const links = page.getByRole('contentinfo').getByRole('link');
  await expect(links).toHaveText(['Rules', 'Imprint']);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('For those who sail.')).toHaveCount(0);
  await page.reload();
  await expect(links).toHaveCount(2);
  await expect(page.getByText('For those who sail.')).toHaveCount(0);
});

test('a registration says everything that is wrong at once, in the page’s language', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('parley.language', 'zh-CN'));
  await page.goto('/register');
  await page.getByLabel('用户名').fill('a b');
  await page.getByLabel('电子邮箱').fill('ada@');
  await page.getByRole('button', { name: '注册' }).click();
  await expect(page.getByText('只能使用文字、数字、_ 和 -。')).toBeVisible();
  await expect(page.getByText(/这不是有效的邮箱地址/)).toBeVisible();
  await expect(page.getByText('请填写此项。')).toBeVisible();
  await expect(page.getByLabel('用户名')).toBeFocused();
  await expectAccessible(page);
});

test('an address is sent as it was typed', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('E-mail address').fill('ada@straße.de');
  await page.getByLabel('Password').fill('correct horse');
  const sent = page.waitForRequest('**/api/register');
  await page.route('**/api/register', (route) => route.abort());
  await page.getByRole('main').getByRole('button', { name: 'Register' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ email: 'ada@straße.de' });
});

test('times are counted from the server’s clock when the device’s is off', async ({
  page,
  forum,
}) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Clocks'), 'text');
  for (const hours of [3, -3]) {
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    await page.goto(`/topic/${topic.id}`);
    const post = page.getByRole('article', { name: 'Opening post' });
    await expect(post.getByRole('time')).toHaveText(/^(now|\d minutes? ago)$/);
  }
});

test('who looks with colours of the system sees what is current', async ({
  page,
  forum,
  other,
}) => {
  const bob = await other.forum.register('bob');
  await forum.register();
  const { roomId } = await forum.post<{ roomId: string }>('/api/chat/new', { userId: bob.id });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/board/discussion');
  const current = page.locator('nav a[aria-current="page"]').first();
  await expect(current).toHaveCSS('outline-style', 'solid');
  await expect(current).toHaveCSS('outline-width', '2px');
  await page.goto(`/chat/${roomId}`);
  await page.getByRole('textbox', { name: /^Message to / }).fill('Hello');
  await page.getByRole('button', { name: 'Send' }).click();
  const bubble = page.locator('[data-message] p').last().locator('xpath=ancestor::div[1]');
  await expect(bubble).toHaveCSS('outline-style', 'solid');
  const colour = await bubble.evaluate((box) => getComputedStyle(box).outlineColor);
  expect(colour).not.toMatch(/rgba\(.*, 0\)/);
});
