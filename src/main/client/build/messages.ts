import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const source = resolve(import.meta.dirname, '../src');
const NAME = /^virtual:messages\/([\w-]+)(?:\/(\w+))?$/;
const RESOLVED = /^\0virtual:messages\/([\w-]+)(?:\/(\w+))?$/;

/** The files of a language by owner: the shared messages, and those of each feature that says something. */
function filesOf(locale: string): [owner: string, file: string][] {
  const features = readdirSync(join(source, 'features')).map((name): [string, string] => [
    name,
    join(source, 'features', name, 'messages'),
  ]);
  const folders: [string, string][] = [['shared', join(source, 'locales')], ...features];
  return folders
    .filter(([, folder]) => namesIn(folder).includes(`${locale}.json`))
    .map(([owner, folder]) => [owner, join(folder, `${locale}.json`)]);
}

const laterFilesOf = (locale: string, feature: string): [string, string][] => [
  [feature, join(source, 'features', feature, 'messages-later', `${locale}.json`)],
];

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
 * is one file to fetch. What a feature says only in parts that few readers load is in its folder `messages-later`, and is
 * a module of its own, `virtual:messages/en/moderation`. The ICU messages are compiled, so that no parser is shipped to
 * the browser.
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
        const [, locale = '', feature] = RESOLVED.exec(id) ?? [];
        const files = feature === undefined ? filesOf(locale) : laterFilesOf(locale, feature);
        for (const [, file] of files) this.addWatchFile(file);
        const all = Object.fromEntries(files.map(([owner, file]) => [owner, compiled(file)]));
        return `export default JSON.parse(${JSON.stringify(JSON.stringify(all))})`;
      },
    },
  };
}
