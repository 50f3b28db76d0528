// Compresses what the build wrote, as well as it can be done, so that the server need not: x.js gets x.js.br and x.js.gz.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const webroot = new URL('../../../../webroot/', import.meta.url).pathname;
const TEXTS = new Set(['.css', '.html', '.js', '.svg', '.txt']);
/** Below this the answer fits into a packet or two either way. */
const SMALLEST = 512;

const compressors = {
  '.br': (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function compress(file) {
  const bytes = await readFile(file);
  for (const [suffix, compressed] of Object.entries(compressors)) {
    const small = bytes.length >= SMALLEST ? await compressed(bytes) : bytes;
    // An older version of a file that is not worth it any more must not be served in its place.
    if (small.length < bytes.length) await writeFile(file + suffix, small);
    else await rm(file + suffix, { force: true });
  }
}

const files = await readdir(webroot, { recursive: true, withFileTypes: true });
await Promise.all(
  files
    .filter((file) => file.isFile() && TEXTS.has(extname(file.name)))
    .map((file) => compress(join(file.parentPath, file.name))),
);
