import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const client = resolve(import.meta.dirname, '..');

/** Where `scripts/check-budget.mjs` reads it: not among what is shipped. */
const TARGET = resolve(client, 'node_modules/.cache/parley/module-sizes.json');

/** Writes down how much of each script comes from which module: the manifest knows scripts only. */
export function moduleSizes(): Plugin {
  return {
    name: 'parley:module-sizes',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const sizes = Object.fromEntries(
        chunks.map(({ fileName, modules }) => [
          fileName,
          Object.fromEntries(
            Object.entries(modules).map(([id, { renderedLength }]) => [
              relative(client, id),
              renderedLength,
            ]),
          ),
        ]),
      );
      mkdirSync(dirname(TARGET), { recursive: true });
      writeFileSync(TARGET, JSON.stringify(sizes));
    },
  };
}
