import { expectAccessible } from './support/accessible';
import { expect, type Forum, type Page, test, unique } from './support/forum';

/** Fails where anything is wider than the window, so that it would scroll sideways. */
async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, page.url()).toBeLessThanOrEqual(0);
}

async function postOf(page: Page, forum: Forum, content: string, title = unique('Content')) {
  const topic = await forum.openTopic(title, content);
  await page.goto(`/topic/${topic.id}`);
  const post = page.getByRole('article', { name: 'Opening post' });
  await expect(post).toBeVisible();
  await page.waitForLoadState('networkidle');
  return post;
}

for (const width of [320, 360]) {
  test(`the longest words fit at ${width} px`, async ({ page, forum }) => {
    await page.setViewportSize({ width, height: 800 });
    const name = `${'W'.repeat(23)}`;
    const member = await forum.register(name);
    expect(member.username).toHaveLength(32);
    const path = 'java.lang.NoClassDefFoundError:org/springframework/boot/';
    const title = (path + 'x'.repeat(200)).slice(0, 191) + unique('');
    await postOf(page, forum, `${'y'.repeat(400)}\n\n\`${'z'.repeat(400)}\``, title);
    await expectNoSidewaysScrolling(page);
    for (const address of ['/', '/board/discussion', `/user/${member.id}`, '/settings/profile']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectNoSidewaysScrolling(page);
    }
  });
}

test('the pages fit at 200 %', async ({ page, forum }) => {
  // 200 % on a window of 1280 px is a window of 640 px.
  await page.setViewportSize({ width: 640, height: 400 });
  await forum.register();
  const topic = await forum.openTopic(unique('Large'), 'text');
  for (const address of ['/', `/topic/${topic.id}`, '/settings/profile']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoSidewaysScrolling(page);
  }
});

test('a table keeps its natural width and scrolls in its own box', async ({ page, forum }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await forum.register();
  const post = await postOf(
    page,
    forum,
    `| Set-up | Where it runs | What it needs | Memory |
| --- | --- | --- | ---: |
| one process | a small machine at home | nothing else at all | 1 410 MB |

| a | b |
| --- | --- |
| 1 | 2 |`,
  );
  await expectNoSidewaysScrolling(page);
  const [wide, narrow] = [post.getByRole('table').first(), post.getByRole('table').last()];
  const header = await wide.locator('tr').first().boundingBox();
  expect(header?.height).toBeLessThan(60);
  const number = await wide.getByRole('cell', { name: '1 410 MB' }).boundingBox();
  expect(number?.height).toBeLessThan(60);
  const box = post.getByRole('group', { name: 'Table' });
  await expect(box).toHaveCount(1);
  expect(await box.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
  expect((await narrow.boundingBox())?.width).toBeLessThan(150);
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate((each) => each.scrollLeft)).toBeGreaterThan(0);
});

const picture = (width: number, height: number) => ({
  contentType: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`,
});

test('pictures are never stretched, have the size they are given, and badges stand in a row', async ({
  page,
  forum,
}) => {
  await page.route('**/tall.svg', (route) => route.fulfill(picture(600, 2400)));
  await page.route('**/badge.svg', (route) => route.fulfill(picture(80, 20)));
  await forum.register();
  const src = 'https://pictures.example.org';
  const post = await postOf(
    page,
    forum,
    `<img src="${src}/tall.svg" width="600">

<img src="${src}/badge.svg" height="10">

![](${src}/badge.svg) ![](${src}/badge.svg) ![](${src}/badge.svg)`,
  );
  const images = post.locator('img[src*="pictures.example.org"]');
  await expect(images).toHaveCount(5);
  for (const image of await images.all()) {
    await image.scrollIntoViewIfNeeded();
    await expect
      .poll(() => image.evaluate((each) => (each as HTMLImageElement).complete))
      .toBe(true);
  }
  await expect(images.first()).toHaveCSS('object-fit', 'contain');
  const small = await images.nth(1).boundingBox();
  expect(small?.height).toBeCloseTo(10, 0);
  expect(small?.width).toBeCloseTo(40, 0);
  const row = await Promise.all([2, 3, 4].map((each) => images.nth(each).boundingBox()));
  expect(new Set(row.map((box) => Math.round(box?.y ?? 0))).size).toBe(1);
  await expectNoSidewaysScrolling(page);
});

test('forty quotations within each other leave room for words', async ({ page, forum }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await forum.register();
  const lines = Array.from(
    { length: 40 },
    (_, level) => `${'> '.repeat(level + 1)}word${level}\n${'> '.repeat(level + 1)}`,
  );
  const post = await postOf(page, forum, lines.join('\n'));
  await expect(post.getByText('word3', { exact: true })).toBeVisible();
  await expect(post.getByText('word4', { exact: true })).toBeHidden();
  await expectAccessible(page);
  await post.getByText('Earlier quotations').click();
  const deepest = post.locator('blockquote p').last();
  await expect(deepest).toBeVisible();
  expect((await deepest.boundingBox())?.width).toBeGreaterThan(160);
  await expectNoSidewaysScrolling(page);
});

test('code says its language, and is copied and wrapped with the keyboard', async ({
  page,
  context,
  forum,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await forum.register();
  const long = `print("${'long '.repeat(60)}")`;
  const post = await postOf(page, forum, `Before\n\n\`\`\`python\n${long}\n\`\`\``);
  const tools = post.getByRole('group', { name: 'Tools for this code' });
  await expect(tools).toContainText('python');
  await tools.getByRole('button', { name: 'Copy' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Code copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${long}\n`);
  const code = post.locator('pre');
  expect(await code.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
  const wrap = tools.getByRole('button', { name: 'Wrap lines' });
  await wrap.press('Space');
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  expect(await code.evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(false);
  await expectAccessible(page);
  await page.reload();
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
});
