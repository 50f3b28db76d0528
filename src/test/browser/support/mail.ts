import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

type Kind = 'reset' | 'verify';

/** The link of the newest mail of its kind to an address, from the outbox of the server under test. */
export async function mailedLink(kind: Kind, recipient: string): Promise<string> {
  let link: string | undefined;
  await expect(() => {
    link = links(recipient).findLast((each) => new URL(each).pathname === `/${kind}`);
    expect(link).toBeDefined();
  }).toPass({ timeout: 10_000 });
  const { pathname, search } = new URL(link ?? '');
  return pathname + search;
}

/** The embedded MariaDB brings its own client, and a file that says how to connect. */
function links(recipient: string): string[] {
  const data = process.env.PARLEY_DATA ?? '';
  const programs = join(data, 'program');
  const program = readdirSync(programs).find(
    (each) => /^mariadb-[\d.]+$/.test(each) && !each.endsWith('.lock'),
  );
  const mails = execFileSync(
    join(programs, program ?? '', 'bin/mariadb'),
    [
      `--defaults-file=${join(data, 'mariadb/mariadb.cnf')}`,
      '--batch',
      '--raw',
      '--skip-column-names',
      'parley',
      '-e',
      `SELECT data FROM mail WHERE recipient = '${recipient}' ORDER BY id`,
    ],
    { encoding: 'utf8' },
  );
  return mails
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { link?: string }).link)
    .filter((link) => link !== undefined);
}
