// Fails where a language lacks a message, has one too many, or does not use the same values; and where no code uses it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const source = new URL('../src/', import.meta.url).pathname;
const locales = join(source, 'locales');
const faults = [];

const read = async (file) => JSON.parse(await readFile(join(locales, file), 'utf8'));
const english = await read('en.json');

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

for (const file of await readdir(locales)) {
  const messages = await read(file);
  for (const id of Object.keys(english)) {
    if (!messages[id]?.trim()) faults.push(`${file} lacks ${id}`);
    else if (valuesOf(messages[id]) !== valuesOf(english[id])) {
      faults.push(`${file}: ${id} uses other values than en.json`);
    }
  }
  for (const id of Object.keys(messages)) {
    if (!(id in english)) faults.push(`${file} has ${id}, which en.json has not`);
  }
  if (Object.keys(messages).join() !== Object.keys(messages).toSorted().join()) {
    faults.push(`${file} is not in alphabetical order`);
  }
}

const files = await readdir(source, { recursive: true });
const code = await Promise.all(
  files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFile(join(source, file), 'utf8')),
);
const all = code.join('\n');
/** An id with a changing part is written as a template, `topic.deleted.${kind}`. */
const isUsed = (id) =>
  all.includes(`'${id}'`) ||
  [...all.matchAll(/`([a-z][\w.]*)\$\{\w+\}([\w.]*)`/g)].some(
    ([, before, after]) => id.startsWith(before) && id.endsWith(after),
  );
for (const id of Object.keys(english)) if (!isUsed(id)) faults.push(`nothing uses ${id}`);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${Object.keys(english).length} messages, complete in every language`);
