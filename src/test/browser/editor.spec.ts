import { expect, floor, type Page, test, unique } from './support/forum';

const input = (page: Page) => page.getByLabel('Text', { exact: true });

/** Selects a part of what is written. */
async function select(page: Page, part: string) {
  await input(page).evaluate((element: HTMLTextAreaElement, part) => {
    const start = element.value.indexOf(part);
    element.focus();
    element.setSelectionRange(start, start + part.length);
  }, part);
}

/** Pastes as a browser does, with what another program has put into the clipboard. */
async function paste(page: Page, data: Record<string, string>) {
  await input(page).evaluate((element: HTMLTextAreaElement, data) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, data);
}

test.beforeEach(async ({ page, forum }) => {
  await forum.register();
  await page.goto('/new');
  await expect(input(page)).toBeVisible();
});

test('what the toolbar, Enter and a paste did can be undone', async ({ page }) => {
  await input(page).pressSequentially('one two');
  await select(page, 'two');
  await page.keyboard.press('Control+b');
  await expect(input(page)).toHaveValue('one **two**');
  await page.keyboard.press('Control+z');
  await expect(input(page)).toHaveValue('one two');
  await select(page, 'one ');
  await page.getByRole('button', { name: 'Italic' }).click();
  await expect(input(page)).toHaveValue('*one* two');
  await page.keyboard.press('Control+z');
  await expect(input(page)).toHaveValue('one two');
  await select(page, 'two');
  await paste(page, { 'text/plain': 'https://example.org/x_y' });
  await expect(input(page)).toHaveValue('one [two](https://example.org/x_y)');
  await page.keyboard.press('Control+z');
  await expect(input(page)).toHaveValue('one two');
});

test('Enter goes on with a list and ends it, and Tab leads on', async ({ page }) => {
  await input(page).pressSequentially('1. one\ntwo\n\nafter\n- [ ] do\nmore');
  await expect(input(page)).toHaveValue('1. one\n2. two\nafter\n- [ ] do\n- [ ] more');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Shift+Enter');
  await expect(input(page)).not.toHaveValue(/- \[ \] $/);
  await page.keyboard.press('Tab');
  await expect(input(page)).not.toBeFocused();
});

test('the Enter of an input method takes a candidate', async ({ page }) => {
  await input(page).pressSequentially('- one');
  await input(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await expect(input(page)).toHaveValue('- one');
});

test('formatted text is pasted as Markdown', async ({ page }) => {
  await paste(page, {
    'text/plain': 'plain',
    'text/html': `<meta charset="utf-8"><h2>Title</h2><p>Some <b>bold</b> and <a href="https://example.org/a_b">a link</a>
      of snake_case.</p><ol><li>one</li><li>two<ul><li>deeper</li></ul></li></ol>
      <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
      <pre><code class="language-java">int x;</code></pre><p><s>gone</s></p><script>alert(1)</script>`,
  });
  await expect(input(page)).toHaveValue(
    [
      '## Title',
      'Some **bold** and [a link](https://example.org/a_b) of snake\\_case.',
      '1. one\n2. two\n   - deeper',
      '| a   | b   |\n| --- | --- |\n| 1   | 2   |',
      '```java\nint x;\n```',
      '~~gone~~',
    ].join('\n\n'),
  );
});

test('what a code editor or a terminal gives is pasted as it is', async ({ page }) => {
  await paste(page, {
    'text/plain':
      '\u001b[31mERROR\u001b[0m \u001b]8;;https://x.example\u0007link\u001b]8;;\u0007 \u001b[1;32mok\u001b[m',
  });
  await expect(input(page)).toHaveValue('ERROR link ok');
  await input(page).fill('');
  await input(page).focus();
  await page.evaluate(() => navigator.clipboard?.writeText('').catch(() => undefined));
  await paste(page, {
    'text/plain': 'a = <b>',
    'text/html':
      '<div style="font-family: Consolas, monospace; white-space: pre;"><div><span style="color:#f00">a = </span><b>x</b></div></div>',
  });
  // The browser does it: a made-up event inserts nothing.
  await expect(input(page)).toHaveValue('');
});

test('the title leads to the text, and the button says what is missing', async ({ page }) => {
  const title = page.getByLabel('Title');
  const post = page.getByRole('button', { name: 'Post topic' });
  await expect(post).toBeEnabled();
  await post.click();
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  await expect(title).toHaveAccessibleDescription('Enter a title.');
  await title.fill(unique('Title'));
  await title.press('Enter');
  await expect(input(page)).toBeFocused();
  await expect(page).toHaveURL('/new');
  await post.click();
  await expect(input(page)).toBeFocused();
  await expect(input(page)).toHaveAccessibleDescription(/Write something first/);
  await input(page).fill('the text');
  await expect(input(page)).not.toHaveAttribute('aria-invalid', 'true');
  await title.press('Enter');
  await expect(page).toHaveURL(/\/topic\/\d+/);
});

test('a completed name can be undone', async ({ page, other }) => {
  const friend = await other.forum.register('zoe');
  await input(page).pressSequentially(`Hello @${friend.username.slice(0, 10)}`);
  await expect(page.getByRole('option', { name: friend.username })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(input(page)).toHaveValue(`Hello @${friend.username} `);
  await page.keyboard.press('Control+z');
  await expect(input(page)).toHaveValue(`Hello @${friend.username.slice(0, 10)}`);
});

test('Hebrew and Arabic run their own way', async ({ page, forum }) => {
  await input(page).fill('שלום עולם');
  expect(await input(page).evaluate((each) => getComputedStyle(each).direction)).toBe('rtl');
  await page.getByLabel('Title').fill('مرحبا');
  const title = page.getByLabel('Title');
  expect(await title.evaluate((each) => getComputedStyle(each).direction)).toBe('rtl');
  const topic = await forum.openTopic(`${unique('مرحبا')}`, 'שלום עולם');
  await page.goto(`/topic/${topic.id}`);
  for (const shown of [page.getByRole('heading', { level: 1 }), page.locator('.prose p').first()]) {
    expect(await shown.evaluate((each) => getComputedStyle(each).direction)).toBe('rtl');
  }
});

test('quoting keeps the place and what is written, and names the post', async ({
  page,
  forum,
  other,
}) => {
  const author = await other.forum.register('marta');
  const topic = await forum.openTopic(unique('Quotes'), 'text');
  await other.forum.reply(topic.id, 'first paragraph\n\nsecond **bold** paragraph');
  for (let each = 0; each < 12; each++) await forum.reply(topic.id, `number ${each + 1}\n\nmore`);
  await page.goto(`/topic/${topic.id}`);
  const box = page.getByLabel('Your reply');
  await box.fill('mine');
  await floor(page, 1).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, 120));
  const before = await page.evaluate(() => window.scrollY);
  await floor(page, 1).getByRole('button', { name: 'Quote' }).click();
  const line = `> [@${author.username}](/topic/${topic.id}?floor=1):`;
  await expect(box).toHaveValue(
    `mine\n\n${line}\n>\n> first paragraph\n>\n> second **bold** paragraph\n\n`,
  );
  await expect(box).toBeFocused();
  await expect(box).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await page.keyboard.press('Control+z');
  await expect(box).toHaveValue('mine');
  await page.keyboard.press('Escape');
  await expect(floor(page, 1).getByRole('button', { name: 'Quote' })).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);

  // Only what is selected.
  await floor(page, 1).locator('strong').dblclick();
  await floor(page, 1).getByRole('button', { name: 'Quote' }).click();
  await expect(box).toHaveValue(`mine\n\n${line}\n>\n> **bold**\n\n`);

  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page.getByText('Your reply is #14.')).toBeVisible();
  await expect(box).toHaveValue('');
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThanOrEqual(2);
  await page.getByRole('link', { name: 'Go there' }).click();
  await expect(floor(page, 14)).toBeInViewport();
  await expect(floor(page, 14)).toContainText('bold');
});
