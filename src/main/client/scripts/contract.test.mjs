import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readContract } from './contract.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'));
  await mkdir(join(folder, 'openapi'));
});
afterEach(() => rm(folder, { recursive: true }));

const whole = (more) =>
  JSON.stringify({
    openapi: '3.1.0',
    ...more,
    paths: { '/a': { get: { operationId: 'getA' } } },
    components: { schemas: { A: {} } },
  });

async function contract(files) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return readContract(pathToFileURL(join(folder, 'openapi.yaml')));
}

it('is the file as it is where it names no parts', async () => {
  const text = whole({});
  expect(await contract({ 'openapi.yaml': text })).toEqual(JSON.parse(text));
});

it('has what its parts add', async () => {
  const merged = await contract({
    'openapi.yaml': whole({ 'x-parts': ['likes', 'tags'] }),
    'openapi/likes.yaml':
      '{ paths: { /a: { post: {} }, /likes: { get: {} } }, components: { schemas: { Like: {} } } }',
    'openapi/tags.yaml': '{ components: { responses: { Tags: {} } } }',
  });
  expect(merged).not.toHaveProperty('x-parts');
  expect(merged.paths).toEqual({
    '/a': { get: { operationId: 'getA' }, post: {} },
    '/likes': { get: {} },
  });
  expect(merged.components).toEqual({ schemas: { A: {}, Like: {} }, responses: { Tags: {} } });
});

it('lets a part add properties to the schema of another, in whichever order they are named', async () => {
  const merged = await contract({
    'openapi.yaml': whole({ 'x-parts': ['likes', 'posts'] }),
    'openapi/likes.yaml': '{ x-properties: { Post: { likes: { type: integer } } } }',
    'openapi/posts.yaml':
      '{ components: { schemas: { Post: { required: [id], properties: { id: {} } } } } }',
  });
  expect(merged).not.toHaveProperty('x-properties');
  expect(merged.components.schemas.Post).toEqual({
    required: ['id'],
    properties: { id: {}, likes: { type: 'integer' } },
  });
});

it('is refused where a part adds a property that is there, or one of no schema', async () => {
  const posts = '{ components: { schemas: { Post: { properties: { id: {} } } } } }';
  const parts = (likes) => ({
    'openapi.yaml': whole({ 'x-parts': ['posts', 'likes'] }),
    'openapi/posts.yaml': posts,
    'openapi/likes.yaml': likes,
  });
  await expect(contract(parts('{ x-properties: { Post: { id: {} } } }'))).rejects.toThrow(
    'property Post id is defined in both openapi/posts.yaml and openapi/likes.yaml',
  );
  await expect(contract(parts('{ x-properties: { None: { id: {} } } }'))).rejects.toThrow(
    'x-properties names None, which does not exist',
  );
});

it.each([
  ['{ paths: { /a: { get: {} } } }', '/a get is defined in both openapi.yaml and openapi/b.yaml'],
  [
    '{ components: { schemas: { A: {} } } }',
    'components/schemas A is defined in both openapi.yaml and openapi/b.yaml',
  ],
])('is refused where a part defines again what is there: %s', async (part, message) => {
  const files = { 'openapi.yaml': whole({ 'x-parts': ['b'] }), 'openapi/b.yaml': part };
  await expect(contract(files)).rejects.toThrow(message);
});

it('is refused where a part is missing', async () => {
  await expect(contract({ 'openapi.yaml': whole({ 'x-parts': ['none'] }) })).rejects.toThrow(
    'none.yaml',
  );
});
