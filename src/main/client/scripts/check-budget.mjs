// Fails when the first load of a topic, or the part of a feature in the client, needs more JavaScript than it may. Run it
// after a build.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Compressed bytes, as the browser fetches them: everything a guest's first visit to a topic loads. */
const BUDGET = 120_000;
const FIRST_LOAD = ['index.html', 'src/features/topic/TopicPage.tsx', 'virtual:messages/en'];

/**
 * What a feature's own code may take, in compressed bytes: `start` on every page, whatever it shows (what feature.ts
 * imports: parts of slots, items of the header), and `later` on demand. Raise a limit together with what needs it.
 */
const USUAL = { start: 1_000, later: 6_000 };
const LIMITS = {
  account: { start: 1_200, later: 6_000 },
  admin: { start: 1_000, later: 20_000 },
  chat: { start: 2_000, later: 16_000 },
  search: { start: 1_100, later: 6_000 },
  topic: { start: 1_200, later: 12_500 },
};

const client = new URL('..', import.meta.url).pathname;
const webroot = new URL('../../../../webroot/', import.meta.url).pathname;
const read = async (file) => JSON.parse(await readFile(file, 'utf8'));
const manifest = await read(join(webroot, 'assets/manifest.json'));
const modules = await read(join(client, 'node_modules/.cache/parley/module-sizes.json'));
const faults = [];

/** The chunk and all it imports at once; what it imports later, on demand, is not part of the first load. */
function withImports(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const each of chunk.imports ?? []) withImports(each, found);
  return found;
}

async function sizeOf(file, suffix) {
  const compressed = await stat(join(webroot, file + suffix)).catch(() => null);
  return (compressed ?? (await stat(join(webroot, file)))).size;
}

async function total(files, suffix) {
  const sizes = await Promise.all(files.map((file) => sizeOf(file, suffix)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const files = [...new Set(FIRST_LOAD.flatMap((key) => [...withImports(key)]))];
const [brotli, gzip] = [await total(files, '.br'), await total(files, '.gz')];
if (brotli > BUDGET) faults.push(`A topic's first load is more than the ${BUDGET} bytes it may be`);

/** Each feature's share of the scripts: of a script's compressed size, as much as of its code is the feature's. */
async function featureSizes() {
  const names = await readdir(join(client, 'src/features'));
  const sizes = new Map(names.sort().map((name) => [name, { start: 0, later: 0 }]));
  const atStart = withImports('index.html');
  for (const [file, lengths] of Object.entries(modules)) {
    const whole = Object.values(lengths).reduce((sum, length) => sum + length, 0);
    const compressed = await sizeOf(file, '.br');
    for (const [id, length] of Object.entries(lengths)) {
      const size = sizes.get(/^src\/features\/(\w+)\//.exec(id)?.[1]);
      if (size) size[atStart.has(file) ? 'start' : 'later'] += (compressed * length) / whole;
    }
  }
  return sizes;
}

const row = (cells) =>
  cells.map((cell, i) => (i ? `${cell}`.padStart(15) : cell.padEnd(14))).join('');
const table = [row(['feature', 'start', 'later'])];
for (const [name, size] of await featureSizes()) {
  const limit = LIMITS[name] ?? USUAL;
  const cells = ['start', 'later'].map((part) => `${Math.round(size[part])} of ${limit[part]}`);
  table.push(row([name, ...cells]));
  for (const part of ['start', 'later']) {
    if (size[part] > limit[part]) {
      faults.push(
        `${name} takes ${Math.round(size[part])} bytes (${part}) and may take ${limit[part]}`,
      );
    }
  }
}
console.log(table.join('\n'));
console.log(
  `A topic's first load: ${files.length} scripts, ${brotli} of ${BUDGET} bytes (brotli), ${gzip} (gzip)`,
);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
