// Fails when the first load of a topic needs more JavaScript than it may. Run it after a build.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Compressed bytes, as the browser fetches them: everything a guest's first visit to a topic loads. */
const BUDGET = 120_000;
const FIRST_LOAD = ['index.html', 'src/features/topic/TopicPage.tsx', 'src/locales/en.json'];

const webroot = new URL('../../../../webroot/', import.meta.url).pathname;
const manifest = JSON.parse(await readFile(join(webroot, 'assets/manifest.json'), 'utf8'));

/** The chunk and all it imports at once; what it imports later, on demand, is not part of the first load. */
function withImports(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no ${key}`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const each of chunk.imports ?? []) withImports(each, found);
  return found;
}

const files = [...new Set(FIRST_LOAD.flatMap((key) => [...withImports(key)]))];

async function total(suffix) {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const compressed = await stat(join(webroot, file + suffix)).catch(() => null);
      return (compressed ?? (await stat(join(webroot, file)))).size;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const [brotli, gzip] = [await total('.br'), await total('.gz')];
console.log(
  `A topic's first load: ${files.length} scripts, ${brotli} bytes (brotli), ${gzip} (gzip)`,
);
if (brotli > BUDGET) {
  console.error(`That is more than the ${BUDGET} bytes it may have`);
  process.exit(1);
}
