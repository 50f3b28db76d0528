import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, Forum, type Member, test } from './support/forum';

const home = join(__dirname, '../../..');

test('two outsiders chat with the documented example and the official client', async ({
  request,
  baseURL,
}, testInfo) => {
  test.skip(testInfo.project.name !== 'desk', 'It has no page, so no width.');
  const address = baseURL ?? '';
  const forum = new Forum(request, address);
  const ann = await forum.register('ann');
  const ben = await forum.register('ben');
  const script = installed(testInfo.outputPath('outsider'));
  const annChats = new Chat(script, address, ann, ben);
  const benChats = new Chat(script, address, ben, ann);
  try {
    annChats.say('Hello Ben');
    await expect.poll(() => benChats.heard).toContain(`${ann.id}: Hello Ben\n`);
    benChats.say('Hello *Ann*, of ünïcödé 👋');
    await expect.poll(() => annChats.heard).toContain(`${ben.id}: Hello *Ann*, of ünïcödé 👋\n`);
    expect(annChats.heard).toBe(benChats.heard);

    await benChats.end();
    annChats.say('Are you there?');
    await expect.poll(() => annChats.heard).toContain('Are you there?');
    const benAgain = new Chat(script, address, ben, ann);
    await expect.poll(() => benAgain.heard).toBe(annChats.heard);
    await benAgain.end();
  } finally {
    await Promise.all([annChats.end(), benChats.end()]);
  }
});

/** The example in a folder of its own, where its import finds the official client. */
function installed(folder: string): string {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(home, 'src/main/client/node_modules'), join(folder, 'node_modules'));
  const script = join(folder, 'chat-client.mjs');
  copyFileSync(join(home, 'docs/examples/chat-client.mjs'), script);
  return script;
}

/** The example as it runs for a member. */
class Chat {
  heard = '';
  private readonly process: ChildProcess;

  constructor(script: string, forum: string, who: Member, contact: Member) {
    this.process = spawn(
      process.execPath,
      [script, forum, who.username, who.password, contact.username],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.heard += text));
  }

  say(line: string): void {
    this.process.stdin?.write(`${line}\n`);
  }

  async end(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const ended = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill();
      await ended;
    }
  }
}
