import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../src');
const NAME = /^virtual:(?:admin-)?messages\/([\w-]+)$/;
const RESOLVED = /^\0virtual:((?:admin-)?messages)\/([\w-]+)$/;

/** The files of a language by owner: the shared messages, and those of each feature that says something. */
function filesOf(kind: string, locale: string): [owner: string, file: string][] {
  const features = readdirSync(join(source, 'features')).map((name): [string, string] => [
    name,
    join(source, 'features', name, kind),
  ]);
  const shared: [string, string][] =
    kind === 'messages' ? [['shared', join(source, 'locales')]] : [];
  const folders = [...shared, ...features];
  return folders
    .filter(([, folder]) => namesIn(folder).includes(`${locale}.json`))
    .map(([owner, folder]) => [owner, join(folder, `${locale}.json`)]);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function compiled(file: string): Record<string, unknown> {
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.fromEntries(
    Object.entries(messages).map(([id, text]) => [id, compileMessage(text)]),
  );
}

/**
 * Makes one module of a language's messages, `virtual:messages/en`, with those of each owner under its name: a language
 * is one file to fetch. What features say in the administration is in `virtual:admin-messages/en`, since few readers
 * need it. The ICU messages are compiled, so that no parser is shipped to the browser.
 */
export function compiledMessages(): Plugin {
  return {
    name: 'parley:messages',
    resolveId: {
      filter: { id: NAME },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: RESOLVED },
      handler(id) {
        const files = filesOf(RESOLVED.exec(id)?.[1] ?? '', RESOLVED.exec(id)?.[2] ?? '');
        for (const [, file] of files) this.addWatchFile(file);
        const all = Object.fromEntries(files.map(([owner, file]) => [owner, compiled(file)]));
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))})`;
      },
    },
  };
}
