import { expect, test, unique } from './support/forum';

const RUN = 'window.hostile=1';

const payloads = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><script>${RUN}</script></svg>`,
  `<a href="javascript:${RUN}">click me</a> [click me](javascript:${RUN})`,
  `[click me](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==) [click me](&#106;avascript:${RUN})`,
  `![x](x"onerror="${RUN})`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<style>body{display:none}</style><p style="position:fixed;inset:0;background:red">over</p>`,
  `<form id="root"><input name="attributes"><button formaction="javascript:${RUN}">click me</button></form>`,
  `<img name="getElementById"><a id="main"></a><a id="defaultView" name="document"></a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror="${RUN}">`,
  `\`\`\`html\n<img src=x onerror="${RUN}">\n\`\`\``,
  `<details open ontoggle="${RUN}">x</details><video><source onerror="${RUN}"></video>`,
  `<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
];

test('a hostile post runs nothing and changes nothing around it', async ({ page, forum }) => {
  await forum.register();
  const title = unique(`<img src=x onerror="${RUN}">`);
  const topic = await forum.openTopic(title, payloads.join('\n\n'));
  for (const payload of payloads) await forum.reply(topic.id, payload);
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    return dialog.dismiss();
  });

  for (const address of [`/topic/${topic.id}`, '/', '/profile']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Loading…')).toHaveCount(0);
    for (const link of await page.getByText('click me').all()) await link.click();
    await expect(page.getByRole('main')).toBeVisible();
    const traces = await page.evaluate(() => ({
      ran: 'hostile' in window,
      handlers: [...document.querySelectorAll('main *')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      foreign: document.querySelectorAll(
        'main :is(script, iframe, object, embed, style, base, meta), main [style*="fixed"]',
      ).length,
      clobbered: document.getElementById('main')?.tagName !== 'MAIN',
      whole: document.querySelectorAll('#root, #main').length,
    }));
    expect(traces).toEqual({ ran: false, handlers: 0, foreign: 0, clobbered: false, whole: 2 });
    expect(new URL(page.url()).pathname).toBe(address);
  }
  expect(dialogs).toBe(0);
});
