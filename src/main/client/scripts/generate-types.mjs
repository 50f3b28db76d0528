// Writes the types of the HTTP interface, src/lib/api/schema.d.ts, from the contract that the server is bound to.
import { writeFile } from 'node:fs/promises';
import openapi, { astToString } from 'openapi-typescript';
import { readContract } from './contract.mjs';

const contract = new URL('../../resources/openapi.yaml', import.meta.url);
const target = new URL('../src/lib/api/schema.d.ts', import.meta.url);

const PAGE = '#/components/schemas/Page';
const document = await readContract(contract);
const page = document.components.schemas.Page;

/**
 * "A page of X" is the page's schema together with one that says what its items are. As types these would be
 * intersected, and an array that is both of unknown and of X is of no use: one schema says it plainly.
 */
function withPagesPlain(value) {
  if (Array.isArray(value)) return value.map(withPagesPlain);
  if (typeof value !== 'object' || value === null) return value;
  if (value.allOf?.[0]?.$ref === PAGE) {
    const properties = { ...page.properties, ...value.allOf[1].properties };
    return withPagesPlain({ ...page, properties });
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withPagesPlain(each)]),
  );
}

const types = await openapi(withPagesPlain(document));
await writeFile(target, astToString(types));
