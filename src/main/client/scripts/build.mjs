// Builds the client if its sources, the contract or the files of the last build have changed since the last build.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

const client = resolve(import.meta.dirname, '..');
const resources = resolve(client, '../resources');
const webroot = resolve(client, '../../../webroot');
const stamp = join(client, 'node_modules/.built');

const sources = [client, join(resources, 'openapi.yaml'), join(resources, 'openapi')];
const generated = ['/node_modules', '/src/lib/api/schema.d.ts'];
/** The packages count by what they were installed from, which is among the sources. */
const state = async () =>
  `${process.version} ${await fingerprint(sources, generated)} ${await fingerprint([webroot])}\n`;

if ((await readFile(stamp, 'utf8').catch(() => null)) !== (await state())) {
  const { status, error } = spawnSync('npm', ['run', 'build'], { cwd: client, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  await writeFile(stamp, await state());
}
