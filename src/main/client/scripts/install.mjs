// Installs the packages of a folder, the client's unless another is named, if its package-lock.json is not the one they
// were installed from. It needs only Node and npm.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fingerprint } from './fingerprint.mjs';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const stamp = join(folder, 'node_modules/.installed');

const files = ['package-lock.json', 'package.json'].map((name) => join(folder, name));
const wanted = `${process.platform} ${process.arch} ${await fingerprint(files)}\n`;

if ((await readFile(stamp, 'utf8').catch(() => null)) !== wanted) {
  // npm removes node_modules first, and the stamp with it: an interrupted installation is repeated.
  const options = { cwd: folder, stdio: 'inherit' };
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], options);
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  await writeFile(stamp, wanted);
}
