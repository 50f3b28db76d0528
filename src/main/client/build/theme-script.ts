import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCE = resolve(import.meta.dirname, '../src/theme-boot.ts');

/**
 * Adds a small blocking script to the page's head that sets the chosen theme before the first paint. Modules run too
 * late for that, and the Content-Security-Policy forbids an inline script.
 */
export function themeScript(): Plugin {
  let reference: string | undefined;
  let base = '/';
  return {
    name: 'parley:theme-script',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    async buildStart() {
      const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
      reference = this.emitFile({ type: 'asset', name: 'theme.js', source: code.trim() + '\n' });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const files = Object.values(context.bundle ?? {});
        const file = files.find((each) => each.type === 'asset' && each.names.includes('theme.js'));
        if (!file || !reference) throw new Error('The theme script was not emitted');
        return [
          {
            tag: 'script',
            attrs: { src: base + file.fileName },
            injectTo: 'head-prepend' as const,
          },
        ];
      },
    },
  };
}
