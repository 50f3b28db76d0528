import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expectAccessible } from './support/accessible';
import { expect, test } from './support/forum';

/** The page that nginx shows while the forum is away, which has nothing but itself. */
const away = readFileSync(resolve(__dirname, '../../../conf/nginx/pages/away.html'), 'utf8');

const pages = { light: 'rgb(246, 247, 245)', dark: 'rgb(18, 24, 26)' };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a forum that is away says so in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setContent(away);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Back in a moment');
    await expect(page.locator('body')).toHaveCSS('background-color', pages[colorScheme]);
    await expectAccessible(page);
  });
}

test('the page of a forum that is away opens the forum when it is back', async ({ page }) => {
  let isBack = false;
  await page.clock.install();
  await page.route('**/topic/7', (route) =>
    route.fulfill({ contentType: 'text/html', body: isBack ? '<h1>A topic</h1>' : away }),
  );
  await page.route('**/api/site', (route) =>
    route.fulfill({ status: isBack ? 200 : 503, json: {} }),
  );

  await page.goto('/topic/7');
  await page.clock.runFor(10_000);
  await expect(page.getByRole('heading')).toHaveText('Back in a moment');

  isBack = true;
  await page.clock.runFor(10_000);
  await expect(page.getByRole('heading')).toHaveText('A topic');
});
