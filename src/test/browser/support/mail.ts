import { readFile } from 'node:fs/promises';
import { expect, type Page } from './forum';
import { serverLog } from './server';

/**
 * The link in the newest mail of its kind to an address, as it was really sent: without an SMTP server of its own,
 * Parley shows what it would have passed on.
 */
export async function mailedLink(
  page: Page,
  kind: 'reset' | 'verify' | 'undo',
  recipient: string,
): Promise<string> {
  const mails = await page.context().newPage();
  let found: string | null = null;
  await expect(async () => {
    found = await find(mails, kind, recipient);
    expect(found).not.toBeNull();
  }).toPass({ timeout: 20_000 });
  await mails.close();
  const { pathname, search } = new URL(found ?? '');
  return pathname + search;
}

/** The page has a key, which the start of the forum shows. */
async function mailPage(): Promise<string> {
  const shown = /\/dev\/mail\?key=\w+/.exec(await readFile(serverLog, 'utf8'));
  if (!shown) throw new Error(`${serverLog} does not say where the mails are`);
  return shown[0];
}

async function find(mails: Page, kind: string, recipient: string): Promise<string | null> {
  await mails.goto(await mailPage());
  const rows = mails.getByRole('row').filter({ hasText: recipient });
  const addresses = await rows
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const address of addresses) {
    await mails.goto(address);
    const link = mails.getByRole('link', { name: `/${kind}?token=` });
    if ((await link.count()) > 0) return link.first().getAttribute('href');
  }
  return null;
}
