import { expectAccessible } from './support/accessible';
import { expect, type Forum, type Page, test, unique } from './support/forum';

const guestPages = [
  '/',
  '/board/discussion',
  '/register',
  '/login',
  '/forgot',
  '/reset?token=x',
  '/verify?token=x',
  '/nowhere',
];
const memberPages = [
  '/',
  '/new',
  '/profile',
  '/settings/profile',
  '/settings/avatar',
  '/settings/password',
  '/settings/mails',
  '/settings/sessions',
  '/chat',
];

const rich = `Hello, with \`code\`, a [link](https://example.org/) and a list:

- [x] done
- [ ] to do

> quoted

| a | b |
| --- | --- |
| 1 | ${'wide '.repeat(40)} |

\`\`\`python
print("${'long '.repeat(40)}")  # a comment
\`\`\`
`;

async function topicOf(forum: Forum): Promise<string> {
  const topic = await forum.openTopic(unique('Everything'), rich);
  for (let each = 0; each < 21; each++) await forum.reply(topic.id, rich);
  return `/topic/${topic.id}`;
}

async function check(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectFit(page);
}

/** Accessible, and nowhere wider than the screen: neither the page nor what it cuts off at its edge. */
async function expectFit(page: Page): Promise<void> {
  await expectAccessible(page);
  const beyond = await page.evaluate(() =>
    [
      document.documentElement,
      ...document.querySelectorAll('main article, main form, main section'),
    ]
      .filter((box) => box.getBoundingClientRect().right > window.innerWidth + 1)
      .map((box) => box.outerHTML.slice(0, 200)),
  );
  expect(beyond).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('every page a guest sees is accessible', async ({ page, other }) => {
      const member = await other.forum.register();
      const topic = await topicOf(other.forum);
      for (const address of [...guestPages, topic, `/user/${member.id}`])
        await check(page, address);
    });

    test('every page a member sees is accessible', async ({ page, forum, other }) => {
      const friend = await other.forum.register();
      await forum.register();
      const topic = await topicOf(forum);
      const { roomId } = await forum.post<{ roomId: string }>('/api/chat/new', {
        userId: friend.id,
      });
      const more = [`${topic}?floor=21`, `/user/${friend.id}`, `/chat/${roomId}`];
      for (const address of [...memberPages, ...more]) await check(page, address);
    });

    test('menus, dialogs, editors and conflicts are accessible', async ({ page, forum }) => {
      await forum.register();
      await page.goto(await topicOf(forum));
      await page.getByRole('button', { name: 'Appearance and language' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectFit(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      const post = page.getByRole('article', { name: 'Opening post' });
      await post.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectFit(page);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      await post.getByRole('button', { name: 'Edit' }).click();
      await expect(post.getByLabel('Title')).toBeVisible();
      await expect(post.getByRole('region', { name: 'Preview' }).getByRole('table')).toBeVisible();
      await expectFit(page);
    });
  });
}

test('a reader gets around with the keyboard alone', async ({ page, forum }) => {
  await forum.register();
  const topic = await forum.openTopic(unique('Keys'), 'text');
  await page.goto('/');
  await expect(page.getByRole('link', { name: topic.title })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.getByRole('link', { name: topic.title }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  const menu = page.getByRole('button', { name: 'Appearance and language' });
  await menu.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
});
