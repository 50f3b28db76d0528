// The contract that the server is bound to, as one document: openapi.yaml with its parts merged in.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Names the parts, each a file in the folder `openapi` beside the contract. */
const PARTS = 'x-parts';

/** Adds properties to schemas of other parts. */
const PROPERTIES = 'x-properties';

/**
 * Reads the contract at a URL. A part adds paths, methods of a path and components; what is defined twice is an error
 * that names both files.
 */
export async function readContract(url) {
  const whole = parse(await readFile(url, 'utf8'));
  const { [PARTS]: parts = [], ...document } = whole;
  const definedBy = new Map();
  const additions = [];
  claim(definedBy, document, 'openapi.yaml');
  for (const part of parts) {
    const file = `openapi/${part}.yaml`;
    const added = parse(await readFile(new URL(file, url), 'utf8')) ?? {};
    claim(definedBy, added, file);
    merge(document, added);
    additions.push(...Object.entries(added[PROPERTIES] ?? {}));
  }
  for (const [schema, properties] of additions) extend(document, schema, properties);
  return document;
}

/** What a document defines: each method of a path, each component and each property of a schema. */
function definitionsOf({ paths = {}, components = {}, [PROPERTIES]: added = {} }) {
  const within = (prefix, groups) =>
    Object.entries(groups).flatMap(([group, members]) =>
      Object.keys(members ?? {}).map((name) => `${prefix}${group} ${name}`),
    );
  const { schemas = {} } = components;
  const properties = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, schema?.properties]),
  );
  return [
    ...within('', paths),
    ...within('components/', components),
    ...within('property ', properties),
    ...within('property ', added),
  ];
}

function claim(definedBy, document, file) {
  for (const definition of definitionsOf(document)) {
    const other = definedBy.get(definition);
    if (other) throw new Error(`${definition} is defined in both ${other} and ${file}`);
    definedBy.set(definition, file);
  }
}

function merge(document, added) {
  for (const key of ['paths', 'components']) {
    document[key] ??= {};
    for (const [group, members] of Object.entries(added[key] ?? {})) {
      document[key][group] = { ...document[key][group], ...members };
    }
  }
  if (added.tags) document.tags = [...(document.tags ?? []), ...added.tags];
}

function extend(document, name, properties) {
  const schema = document.components.schemas?.[name];
  if (!schema) throw new Error(`${PROPERTIES} names ${name}, which does not exist`);
  schema.properties = { ...schema.properties, ...properties };
}
