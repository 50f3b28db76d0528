import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { fontPreload } from './build/font-preload.ts';
import { compiledMessages } from './build/messages.ts';
import { moduleSizes } from './build/module-sizes.ts';
import { themeScript } from './build/theme-script.ts';

const webroot = resolve(import.meta.dirname, '../../../webroot');

/** The output folder keeps files of its own (favicon, robots.txt), so only what an earlier build made goes. */
function withoutOldAssets(): Plugin {
  return {
    name: 'parley:without-old-assets',
    apply: 'build',
    buildStart: () => rmSync(resolve(webroot, 'assets'), { recursive: true, force: true }),
  };
}

/** The Parley that `npm run dev` shows the client of. */
const server = process.env.PARLEY_URL ?? 'http://127.0.0.1:8080';

/** What every page runs on: it changes seldom, and stays in the browser's cache when the rest does. */
const framework = {
  name: 'framework',
  test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|@lingui|openapi-fetch)\//,
};

/** Small parts that nearly every page needs travel as one file; what is only sometimes needed stays apart. */
const seldom =
  /components\/(editor|dialog|field|panel|prose\/(code-tools|highlight|languages)|state\/NotSent|menu\/Menu(Popup|Entries))|lib\/(entities\/topic-writes|i18n\/admin-messages|send-once|use-send-again|use-draft)/;
const isCommon = (id: string) => /\/src\/(components|lib)\//.test(id) && !seldom.test(id);

/** All icons are imported by one module, so it says nothing about who needs one. */
const isIcon = (id: string) => /lucide-react\/dist\/esm\/icons\//.test(id);

interface Modules {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** Whether the page's first script needs the module, so that a file of its own would only be one more to fetch. */
function isNeededAtStart(id: string, modules: Modules, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const importers = modules.getModuleInfo(id)?.importers ?? [];
  return importers.some(
    (each) => each.endsWith('/src/main.tsx') || isNeededAtStart(each, modules, seen),
  );
}

const common = {
  debugName: 'common',
  name: (id: string, modules: Modules) =>
    isCommon(id) || (!isIcon(id) && isNeededAtStart(id, modules)) ? 'common' : null,
};

export default defineConfig({
  plugins: [
    react(),
    compiledMessages(),
    themeScript(),
    fontPreload(),
    withoutOldAssets(),
    moduleSizes(),
  ],
  resolve: {
    alias: {
      '@': resolve(import.meta.dirname, 'src'),
    },
  },
  publicDir: false,
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: webroot,
    emptyOutDir: false,
    // The policy allows no data: fonts or scripts, and a file of its own is cached for ever.
    assetsInlineLimit: 0,
    manifest: 'assets/manifest.json',
    license: { fileName: 'assets/licenses.md' },
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: [framework, common] } } },
  },
  server: {
    proxy: {
      '/api': server,
      '/eventbus': { target: server, ws: true },
    },
  },
});
