// What files hold, as one short text: two runs that give the same text saw the same files.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder, or the file itself; nothing where there is none. */
async function filesOf(path, ignored) {
  const found = await stat(path).catch(() => null);
  if (found === null || ignored.some((each) => path.endsWith(each))) return [];
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).sort();
  return (await Promise.all(names.map((name) => filesOf(join(path, name), ignored)))).flat();
}

/** Of files and folders with everything in them, without those whose path ends in one of `ignored`. */
export async function fingerprint(paths, ignored = []) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesOf(path, ignored)) {
      const content = await readFile(file);
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
