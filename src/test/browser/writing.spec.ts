import { expect, floor, test, unique } from './support/forum';

const text = (mention: string) => `The numbers, @${mention}:

| Set-up | Memory |
| --- | ---: |
| one process | 410 MB |

\`\`\`java
final class Engine {}
\`\`\`
`;

test('a member opens a topic with a table, code and a mention', async ({ page, forum, other }) => {
  const friend = await other.forum.register('friend');
  await forum.register();
  await page.goto('/board/questions');
  await page.getByRole('link', { name: 'New topic in this board' }).click();
  await expect(page.getByLabel('Board', { exact: true })).toHaveValue('2');
  const title = unique('On engines');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Text', { exact: true }).fill(text(friend.username));
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('cell', { name: '410 MB' })).toBeVisible();
  await page.getByRole('button', { name: 'Post topic' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const post = page.getByRole('article', { name: 'Opening post' });
  await expect(post.getByRole('cell', { name: '410 MB' })).toBeVisible();
  await expect(post.locator('.hljs-keyword').first()).toHaveText('final');
  await post.getByRole('link', { name: `@${friend.username}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(friend.username);
});

test('a mention is completed while typing', async ({ page, forum, other }) => {
  const friend = await other.forum.register('zoe');
  await forum.register();
  await page.goto('/new');
  const input = page.getByLabel('Text', { exact: true });
  await input.pressSequentially(`Hello @${friend.username.slice(0, 10)}`);
  const names = page.getByRole('listbox', { name: 'Members' }).getByRole('option');
  await expect(names).toHaveText([friend.username]);
  await input.press('Enter');
  await expect(input).toHaveValue(`Hello @${friend.username} `);
});

test('a reply is posted, found by its permalink, and its draft outlives a reload', async ({
  page,
  forum,
}) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Drafts'), 'Write below.');
  for (let each = 0; each < 21; each++) await forum.reply(topic.id, `number ${each + 1}`);
  await page.goto(`/topic/${topic.id}`);
  await page.getByLabel('Your reply').fill('half a thought');
  await page.reload();
  await expect(page.getByLabel('Your reply')).toHaveValue('half a thought');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page).toHaveURL(`/topic/${topic.id}?floor=22`);
  await expect(floor(page, 22)).toContainText('half a thought');
  await expect(floor(page, 22)).toBeInViewport();
  await expect(page.getByLabel('Your reply')).toHaveValue('');

  await page.goto(`/topic/${topic.id}#floor-3`);
  await expect(floor(page, 3)).toBeInViewport();
  await expect(floor(page, 3)).toContainText('number 3');
});

test('a reply whose answer was lost is posted once', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Once'), 'Only once.');
  await page.goto(`/topic/${topic.id}`);
  await page.route(
    '**/api/reply/add',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByLabel('Your reply').fill('said once');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(floor(page, 1)).toContainText('said once');
  await page.reload();
  await expect(page.getByRole('heading', { name: '1 reply' })).toBeVisible();
});

test('an edit that somebody else was quicker with shows both texts', async ({
  page,
  forum,
  other,
}) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Conflict'), 'the first text');
  await other.forum.post('/api/login', { username: member.username, password: member.password });
  await page.goto(`/topic/${topic.id}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Text', { exact: true }).fill('my text');

  const theirs = await other.context.newPage();
  await theirs.goto(`/topic/${topic.id}`);
  await theirs.getByRole('button', { name: 'Edit' }).click();
  await theirs.getByLabel('Text', { exact: true }).fill('their text');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('textbox', { name: 'Text', exact: true })).toHaveCount(0);
  await expect(theirs.getByRole('article', { name: 'Opening post' })).toContainText('their text');

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Current version' })).toContainText('their text');
  await expect(page.getByRole('region', { name: 'Your version' })).toContainText('my text');
  await page.getByRole('textbox', { name: 'Your version' }).fill('both texts');
  await page.getByRole('button', { name: 'Overwrite with my version' }).click();
  await expect(page.getByRole('article', { name: 'Opening post' })).toContainText('both texts');
  // Its author has done so within minutes.
  await expect(page.getByRole('article', { name: 'Opening post' })).not.toContainText('edited');
});

test('what is one’s own can be deleted, and only that', async ({ page, forum, other }) => {
  await other.forum.register();
  await forum.register();
  const topic = await forum.openTopic(unique('Deletion'), 'mine');
  await other.forum.reply(topic.id, 'theirs');
  await forum.reply(topic.id, 'mine too');
  await page.goto(`/topic/${topic.id}`);
  await expect(floor(page, 1)).toContainText('theirs');
  await expect(floor(page, 1).getByRole('button', { name: 'Delete' })).toHaveCount(0);

  await floor(page, 2).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(floor(page, 2)).toHaveCount(0);
  await page.goto(`/topic/${topic.id}?floor=2`);
  await expect(page.getByText('Reply #2 no longer exists.')).toBeVisible();

  await page
    .getByRole('article', { name: 'Opening post' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Topic deleted.')).toBeVisible();
  await expect(page).toHaveURL('/');
  await page.goto(`/topic/${topic.id}`);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
});

test('what was typed outlives a session that ended', async ({ page, forum, context }) => {
  const member = await forum.register();
  const topic = await forum.openTopic(unique('Session'), 'Take your time.');
  await page.goto(`/topic/${topic.id}`);
  await page.getByLabel('Your reply').fill('a long thought');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page.getByText('Your session has ended.')).toBeVisible();
  await expect(page.getByLabel('Your reply')).toHaveValue('a long thought');

  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByLabel('Username or e-mail address').fill(member.username);
  await page.getByLabel('Password').fill(member.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(`/topic/${topic.id}`);
  await expect(page.getByLabel('Your reply')).toHaveValue('a long thought');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(floor(page, 1)).toContainText('a long thought');
});
