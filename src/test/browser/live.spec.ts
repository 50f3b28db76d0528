import { expectAccessible } from './support/accessible';
import { expect, floor, type Forum, type Page, test, unique } from './support/forum';

/** Resolves when the page hears of what happens from now on: its questions over the connection are answered. */
async function online(page: Page): Promise<void> {
  const socket = await page.waitForEvent('websocket', (each) => each.url().includes('/eventbus/'));
  await socket.waitForEvent('framereceived', ({ payload }) => payload.includes('answer.'));
}

async function openLive(page: Page, path: string): Promise<void> {
  const connected = online(page);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await connected;
}

async function topicWith(forum: Forum, replies: number, text = 'A reply.') {
  const topic = await forum.openTopic(unique('Live'), 'Watch this.');
  for (let each = 0; each < replies; each++) await forum.reply(topic.id, `${text} ${each + 1}`);
  return topic;
}

/** Long enough that a page of them is longer than any window. */
const tall = 'One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.';

test('a reply that one posts appears before the other, who is offered what they may do', async ({
  page,
  forum,
  other,
}) => {
  await forum.register();
  await other.forum.register();
  const topic = await topicWith(forum, 0);
  await openLive(page, `/topic/${topic.id}`);
  const theirs = await other.context.newPage();
  await openLive(theirs, `/topic/${topic.id}`);

  await page.getByLabel('Your reply').fill('seen at once');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(floor(theirs, 1)).toContainText('seen at once');
  await expect(theirs.getByRole('heading', { name: '1 reply' })).toBeVisible();
  await expect(floor(theirs, 1).getByRole('button', { name: 'Quote' })).toBeVisible();
  await expect(floor(theirs, 1).getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await expect(page.getByText('seen at once')).toHaveCount(1);
  await expect(floor(page, 1).getByRole('button', { name: 'Edit' })).toBeVisible();

  await floor(page, 1).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(floor(theirs, 1)).toHaveCount(0);
});

const blocked = {
  'is missing': (page: Page) =>
    page.addInitScript(() => Reflect.deleteProperty(window, 'WebSocket')),
  'is refused': (page: Page) => page.routeWebSocket(/eventbus/, (socket) => socket.close()),
  'is swallowed': (page: Page) => page.routeWebSocket(/eventbus/, () => undefined),
} as const;

for (const [how, block] of Object.entries(blocked)) {
  test(`a reply appears also where WebSocket ${how}`, async ({ page, forum }) => {
    await forum.register();
    const topic = await topicWith(forum, 0);
    await block(page);
    const polls = page.waitForRequest(/\/eventbus\/.*\/xhr(\?|$)/); // SockJS adds the time
    const registers = page.waitForResponse(/\/eventbus\/.*\/xhr_send/);
    await page.goto(`/topic/${topic.id}`);
    await Promise.all([polls, registers]);
    await forum.reply(topic.id, 'by other ways');
    await expect(floor(page, 1)).toContainText('by other ways');
  });
}

test('new replies out of sight are offered, and nothing moves', async ({ page, forum, other }) => {
  await forum.register();
  await other.forum.register();
  const topic = await topicWith(forum, 18, tall);
  await openLive(page, `/topic/${topic.id}`);
  await floor(page, 3).scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => window.scrollY);
  await other.forum.reply(topic.id, 'the first new one');
  await expect(page.getByRole('button', { name: '1 new reply' })).toBeVisible();
  await other.forum.reply(topic.id, 'the second new one');
  await other.forum.reply(topic.id, 'the third, of the next page');
  const offer = page.getByRole('button', { name: '3 new replies' });
  await expect(offer).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
  await expectAccessible(page);

  await offer.click();
  await expect(floor(page, 19)).toBeInViewport();
  await expect(floor(page, 19)).toBeFocused();
  await page.getByRole('button', { name: '1 new reply' }).click();
  await expect(page).toHaveURL(`/topic/${topic.id}?floor=21`);
  await expect(floor(page, 21)).toBeInViewport();
  await expect(page.getByRole('button', { name: /new repl/ })).toHaveCount(0);
});

test('who writes at the end sees replies come by themselves, and keeps their place', async ({
  page,
  forum,
  other,
}) => {
  await forum.register();
  await other.forum.register();
  const topic = await topicWith(forum, 5, tall);
  await openLive(page, `/topic/${topic.id}`);
  const input = page.getByLabel('Your reply');
  await input.fill('half a thought');
  await input.scrollIntoViewIfNeeded();
  const before = await input.boundingBox();
  await other.forum.reply(topic.id, 'quicker');
  await expect(floor(page, 6)).toContainText('quicker');
  await expect(page.getByText('New reply 6 by')).toHaveRole('status');
  const after = await input.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
  await expect(input).toBeFocused();
  await expect(input).toHaveValue('half a thought');
  await expect(page.getByRole('button', { name: /new repl/ })).toHaveCount(0);
});

test('a text that is being edited outlives what others do to it', async ({
  page,
  forum,
  other,
}) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Live'), 'Watch this.');
  await forum.reply(topic.id, 'the first text');
  await other.forum.post('/api/login', { username: member.username, password: member.password });
  await openLive(page, `/topic/${topic.id}`);
  await floor(page, 1).getByRole('button', { name: 'Edit' }).click();
  const input = floor(page, 1).getByLabel('Text', { exact: true });
  await input.fill('my text');

  const theirs = await other.context.newPage();
  await openLive(theirs, `/topic/${topic.id}`);
  await floor(theirs, 1).getByRole('button', { name: 'Delete' }).click();
  await theirs.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(floor(page, 1).getByRole('alert')).toContainText(
    'was deleted while you were editing',
  );
  await expect(input).toHaveValue('my text');
  await expectAccessible(page);
});

test('a topic that is renamed or deleted is so for who reads it', async ({
  page,
  forum,
  other,
}) => {
  await forum.register();
  const topic = await topicWith(forum, 1);
  const guest = await other.context.newPage();
  await openLive(guest, `/topic/${topic.id}`);
  await openLive(page, `/topic/${topic.id}`);
  const post = page.getByRole('article', { name: 'Opening post' });
  await post.getByRole('button', { name: 'Edit' }).click();
  const title = unique('Renamed');
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title);
  await post.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(guest.getByRole('alert')).toHaveText('This topic was deleted.');
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(title);
  await expectAccessible(guest);
});

test('the list offers new topics and puts them in their place when asked', async ({
  page,
  forum,
  other,
}) => {
  await forum.register();
  await other.forum.register();
  const old = await forum.openTopic(unique('Old'), 'text');
  await forum.openTopic(unique('Between'), 'text');
  await openLive(page, '/board/discussion');
  const rows = page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 2 });
  await expect(rows.filter({ hasText: old.title })).toBeVisible();
  const added = await other.forum.openTopic(unique('Added'), 'text');
  await other.forum.reply(old.id, 'bumped');
  const offer = page.getByRole('button', { name: /new or updated topics/ });
  await expect(offer).toBeVisible();
  await expect(rows.filter({ hasText: added.title })).toHaveCount(0);
  await expectAccessible(page);
  await offer.click();
  await expect(rows.filter({ hasText: added.title })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('listitem').filter({ hasText: old.title }),
  ).toContainText('1 reply');
});

test('a lost connection is told calmly, and what was missed is there afterwards', async ({
  page,
  forum,
  other,
}) => {
  await forum.register();
  await other.forum.register();
  const topic = await topicWith(forum, 1);
  let down = false;
  const server = new Set<() => void>();
  await page.routeWebSocket(/eventbus/, (socket) => {
    if (down) {
      void socket.close({ code: 1001 });
      return;
    }
    const upstream = socket.connectToServer();
    server.add(() => void Promise.all([socket.close({ code: 1001 }), upstream.close()]));
  });
  await page.route(/eventbus/, (route) => (down ? route.abort() : route.fallback()));
  const banner = page.getByText('No connection to the forum. Reconnecting…');
  await page.goto(`/topic/${topic.id}`);
  await expect(floor(page, 1)).toBeVisible();
  await expect(async () => expect(server.size).toBe(1)).toPass();

  down = true;
  for (const close of server) close();
  await expect(banner).toBeVisible();
  await expectAccessible(page);
  await other.forum.reply(topic.id, 'said meanwhile');
  down = false;
  await expect(floor(page, 2)).toContainText('said meanwhile');
  await expect(banner).toHaveCount(0);
});

test('an ordinary visit shows no word about the connection', async ({ page, forum }) => {
  await forum.register();
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body.textContent.includes('Reconnecting')) document.title = 'flicker';
    }).observe(document, { childList: true, subtree: true });
  });
  await openLive(page, '/');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveTitle('flicker');
});
