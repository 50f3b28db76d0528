import { expect, floor, type Page, test, unique } from './support/forum';

const box = (page: Page) => page.getByLabel('Your reply');
const send = (page: Page) => page.getByRole('button', { name: 'Reply', exact: true });

/** Lets a request through only when told to, as a slow line does. */
async function slowly(page: Page, url: string) {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  await page.route(url, async (route) => {
    await gate;
    await route.continue();
  });
  return { go: () => go() };
}

test.describe('what is typed while it is being sent', () => {
  test('in a reply: what was sent goes, the rest stays', async ({ page, forum }) => {
    await forum.register();
    const topic = await forum.openTopic(unique('Slow'), 'text');
    await page.goto(`/topic/${topic.id}`);
    const line = await slowly(page, '**/api/reply/add');
    await box(page).fill('the first thought');
    await send(page).click();
    await box(page).pressSequentially(' and a second one');
    line.go();
    await expect(floor(page, 1)).toContainText('the first thought');
    await expect(box(page)).toHaveValue('and a second one');
    await expect(box(page)).toBeFocused();
    await expect(page.getByText('Your reply is #1.')).toBeVisible();
    await page.reload();
    await expect(box(page)).toHaveValue('and a second one');
    await expect(floor(page, 1)).not.toContainText('second');
  });

  test('in a new topic: the rest is a draft', async ({ page, forum }) => {
    await forum.register();
    await page.goto('/new');
    const line = await slowly(page, '**/api/topic/add');
    await page.getByLabel('Title').fill(unique('Slow topic'));
    const input = page.getByLabel('Text', { exact: true });
    await input.fill('the text');
    await page.getByRole('button', { name: 'Post topic' }).click();
    await input.pressSequentially(' and more');
    line.go();
    await expect(page).toHaveURL(/\/topic\/\d+/);
    await expect(page.getByText('What you typed meanwhile is kept as a draft.')).toBeVisible();
    await page.goto('/new');
    await expect(input).toHaveValue('and more');
    await expect(page.getByLabel('Title')).toHaveValue('');
    await expect(page.getByText('Draft restored.')).toBeVisible();
  });

  test('in an edit: the editor stays open with it', async ({ page, forum }) => {
    await forum.register();
    const topic = await forum.openTopic(unique('Slow edit'), 'one');
    await page.goto(`/topic/${topic.id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    const line = await slowly(page, `**/api/topic/${topic.id}`);
    const input = page.getByLabel('Text', { exact: true });
    await input.fill('one two');
    await page.getByRole('button', { name: 'Save' }).click();
    await input.press('End');
    await input.pressSequentially(' three');
    line.go();
    await expect(page.getByText('What you have typed since then')).toBeVisible();
    await expect(input).toHaveValue('one two three');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('article', { name: 'Opening post' })).toContainText(
      'one two three',
    );
  });

  test('fails with everything there', async ({ page, forum }) => {
    await forum.register();
    const topic = await forum.openTopic(unique('Failing'), 'text');
    await page.goto(`/topic/${topic.id}`);
    let fail = (): void => undefined;
    const gate = new Promise<void>((resolve) => (fail = resolve));
    await page.route(
      '**/api/reply/add',
      async (route) => {
        await gate;
        await route.abort();
      },
      { times: 1 },
    );
    await box(page).fill('first');
    await send(page).click();
    await box(page).pressSequentially(' second');
    fail();
    await expect(page.getByRole('alert')).toContainText('cannot be reached');
    await expect(box(page)).toHaveValue('first second');
    await send(page).click();
    await expect(floor(page, 1)).toContainText('first second');
  });
});

test('two tabs keep both texts, and each removes only its own', async ({
  page,
  forum,
  context,
}) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Two tabs'), 'text');
  await page.goto(`/topic/${topic.id}`);
  const second = await context.newPage();
  await second.goto(`/topic/${topic.id}`);
  // Both boxes are there and empty: one that comes later takes what the other has kept.
  await expect(box(second)).toHaveValue('');
  await box(page).pressSequentially('from the first tab');
  await box(second).pressSequentially('from the second tab');
  await box(page).pressSequentially(', more');
  await expect(box(page)).toHaveValue('from the first tab, more');
  await expect(box(second)).toHaveValue('from the second tab');

  // Each is told of the other's text.
  await expect(second.getByText('Another text for this box is kept')).toBeVisible();
  await expect(second.getByText('from the first tab, more')).toBeVisible();
  await expect(page.locator('blockquote', { hasText: 'from the second tab' })).toBeVisible();

  await send(page).click();
  await expect(floor(page, 1)).toContainText('from the first tab, more');
  await expect(box(second)).toHaveValue('from the second tab');
  await second.reload();
  await expect(box(second)).toHaveValue('from the second tab');
  await expect(second.getByText('Another text for this box is kept')).toHaveCount(0);
  await send(second).click();
  await expect(floor(second, 2)).toContainText('from the second tab');
  await page.reload();
  await expect(box(page)).toHaveValue('');
});

test('a storage that is full is said beside the editor, and the page asks before it goes', async ({
  page,
  forum,
}) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Full'), 'text');
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(`/topic/${topic.id}`);
  await box(page).pressSequentially('nowhere to keep it');
  await expect(page.getByRole('alert')).toContainText('This browser cannot store your text');
  let asked = '';
  page.on('dialog', (dialog) => {
    asked = dialog.type();
    void dialog.dismiss();
  });
  await page.evaluate(() => window.location.assign('/robots.txt'));
  await expect.poll(() => asked).toBe('beforeunload');
  await expect(box(page)).toHaveValue('nowhere to keep it');
  // Within the forum it is kept all the same.
  await page.getByRole('link', { name: 'Parley' }).first().click();
  await page.goBack();
  await expect(box(page)).toHaveValue('nowhere to keep it');
});

test('an edit that was never saved is offered, with what others have changed since', async ({
  page,
  forum,
  other,
}) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Stale'), 'the first text');
  await page.goto(`/topic/${topic.id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Text', { exact: true }).fill('my text');
  await page.reload();
  await expect(page.getByText('You have an unsaved edit of this text.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue editing' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('my text');
  await expect(page.getByText('Draft restored.')).toBeVisible();

  await other.forum.post('/api/login', { username: member.username, password: member.password });
  await other.forum.put(`/api/topic/${topic.id}`, { content: 'their text', version: 1 });
  await page.reload();
  await page.getByRole('button', { name: 'Continue editing' }).click();
  await expect(page.getByRole('region', { name: 'Current version' })).toContainText('their text');
  await expect(page.getByRole('textbox', { name: 'Your version' })).toHaveValue('my text');
  await page.getByRole('button', { name: 'Use the current version' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('their text');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('You have an unsaved edit of this text.')).toHaveCount(0);
});

test('saving what was not changed asks nothing and marks nothing', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Unchanged'), 'the text');
  await page.goto(`/topic/${topic.id}`);
  const saved: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') saved.push(request.url());
  });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  expect(saved).toEqual([]);
  await expect(page.getByRole('article', { name: 'Opening post' })).not.toContainText('edited');
});

test('an edit outlives a session that ended', async ({ page, forum, context }) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Ended'), 'the text');
  await page.goto(`/topic/${topic.id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Text', { exact: true }).fill('the better text');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('the better text');
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByLabel('Username or e-mail address').fill(member.username);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Continue editing' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const post = page.getByRole('article', { name: 'Opening post' });
  await expect(post).toContainText('the better text');
});

test('registering from a topic leads back to the reply box', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Join in'), 'text');
  await page.context().clearCookies();
  await page.goto(`/topic/${topic.id}`);
  await page.getByRole('main').getByRole('link', { name: 'Register' }).click();
  const name = `guest_${Date.now().toString(36)}`;
  await page.getByLabel('Username').fill(name);
  await page.getByLabel('E-mail address').fill(`${name}@example.org`);
  await page.getByLabel('Password').fill(`pass ${name} word`);
  await page
    .getByRole('main')
    .getByRole('button', { name: /Register|Create/ })
    .click();
  await expect(page).toHaveURL(`/topic/${topic.id}#reply`);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toBeInViewport();
});
