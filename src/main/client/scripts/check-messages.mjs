// Fails where a language lacks a message, has one too many, or does not use the same values; where no code of its owner
// uses a message; and where two owners have the same. An owner is a feature, or "shared": src/locales.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const source = new URL('../src/', import.meta.url).pathname;
const SHARED = 'shared';
const BASE = 'en.json';
const faults = [];

const features = (await readdir(join(source, 'features'), { withFileTypes: true }))
  .filter((each) => each.isDirectory())
  .map((each) => each.name);
const languages = await readdir(join(source, 'locales'));

/** The names of the values a message uses, such as {count}. */
function valuesOf(message) {
  const names = new Set();
  const visit = (token) => {
    if (!Array.isArray(token)) return;
    const [name, format, cases] = token;
    names.add(name);
    if (format === 'plural') Object.values(cases).flat().forEach(visit);
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) compiled.forEach(visit);
  return [...names].sort().join(', ');
}

const foldersOf = (owner) =>
  owner === SHARED
    ? [join(source, 'locales')]
    : ['messages', 'messages-later'].map((name) => join(source, 'features', owner, name));

async function messagesIn(folder) {
  const files = await readdir(folder).catch(() => []);
  const read = async (file) => [file, JSON.parse(await readFile(join(folder, file), 'utf8'))];
  return Object.fromEntries(await Promise.all(files.map(read)));
}

/** The messages of an owner by file, folder by folder; none where a feature says nothing. */
const messagesOf = async (owner) =>
  (await Promise.all(foldersOf(owner).map(messagesIn))).filter(
    (byFile) => Object.keys(byFile).length > 0,
  );

function compareLanguages(owner, byFile) {
  const english = byFile[BASE] ?? {};
  for (const file of languages) {
    const messages = byFile[file];
    if (!messages) {
      faults.push(`${owner} lacks ${file}`);
      continue;
    }
    for (const id of Object.keys(english)) {
      if (!messages[id]?.trim()) faults.push(`${owner}: ${file} lacks ${id}`);
      else if (valuesOf(messages[id]) !== valuesOf(english[id])) {
        faults.push(`${owner}: ${id} uses other values in ${file} than in ${BASE}`);
      }
    }
    for (const id of Object.keys(messages)) {
      if (!(id in english)) faults.push(`${owner}: ${file} has ${id}, which ${BASE} has not`);
    }
    if (Object.keys(messages).join() !== Object.keys(messages).toSorted().join()) {
      faults.push(`${owner}: ${file} is not in alphabetical order`);
    }
  }
}

async function codeIn(folder) {
  const files = await readdir(folder, { recursive: true });
  const code = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  return (await Promise.all(code.map((file) => readFile(join(folder, file), 'utf8')))).join('\n');
}

/** An id with a changing part is written as a template, text(`topic.deleted.${kind}`). */
const uses = (code, id) =>
  code.includes(`'${id}'`) ||
  [...code.matchAll(/\b(?:text|rich)\(\s*`([a-z][\w.]*)\$\{\w+\}([\w.]*)`/g)].some(
    ([, before, after]) => id.startsWith(before) && id.endsWith(after),
  );

const everything = await codeIn(source);
const owners = new Map();
for (const owner of [SHARED, ...features]) {
  const code = owner === SHARED ? everything : await codeIn(join(source, 'features', owner));
  for (const byFile of await messagesOf(owner)) {
    compareLanguages(owner, byFile);
    for (const id of Object.keys(byFile[BASE] ?? {})) {
      if (owners.has(id)) faults.push(`${id} belongs to both ${owners.get(id)} and ${owner}`);
      owners.set(id, owner);
      if (!uses(code, id)) faults.push(`${owner}: nothing in it uses ${id}`);
    }
  }
}
for (const feature of features) {
  const code = await codeIn(join(source, 'features', feature));
  for (const [id, owner] of owners) {
    if (owner !== SHARED && owner !== feature && code.includes(`'${id}'`)) {
      faults.push(`${feature} uses ${id} of ${owner}: what several features say is shared`);
    }
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
const counts = [SHARED, ...features].map(
  (owner) => `${owner} ${[...owners.values()].filter((each) => each === owner).length}`,
);
console.log(`${owners.size} messages, complete in every language (${counts.join(', ')})`);
