import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { request } from '@playwright/test';
import { Forum, type Member } from './forum';
import { environment } from './server';

const run = promisify(execFile);
const parley = join(__dirname, '../../../../bin/parley');

/** One administrator for each worker: making one takes some seconds. */
let first: Promise<Member> | undefined;

async function make(origin: string): Promise<Member> {
  const context = await request.newContext({ baseURL: origin });
  const member = await new Forum(context, origin).register('admin');
  await context.dispose();
  // Those two are of the tests, and no settings of a forum.
  const { PARLEY_URL, PARLEY_LOG, ...others } = process.env;
  await run(parley, ['role', member.username, 'admin'], { env: { ...others, ...environment } });
  return member;
}

/** Signs the visitor in as an administrator nobody else is, made by another one. */
export async function becomeAdmin(forum: Forum, origin: string): Promise<Member> {
  first ??= make(origin);
  const { username, password } = await first;
  const context = await request.newContext({ baseURL: origin });
  const maker = new Forum(context, origin);
  await maker.post('/api/login', { username, password });
  const member = await forum.register('admin');
  await maker.put(`/api/admin/users/${member.id}/role`, { role: 'admin' });
  await context.dispose();
  return member;
}
