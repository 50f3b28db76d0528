// Takes the pictures of docs/images from a forum that was started with empty data for this:
//
//   node src/main/client/scripts/screenshots.mjs http://localhost:8080
//
// It registers members there and lets them talk. CHROMIUM names the browser.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const url = process.argv[2] ?? 'http://localhost:8080';
const folder = join(import.meta.dirname, '../../../../docs/images');

const TOPICS = [
  ['Lin', 4, 'Welcome: how this place works', 'Be kind, **search first**, and ask anyway.'],
  [
    'Jonas',
    2,
    'Sourdough collapses in the last hour',
    'It looks fine until then. What am I doing wrong?',
  ],
  [
    'Amara',
    1,
    'Photographs from the night train to Narvik',
    'Three days north, mostly out of the window.',
  ],
  ['美雨', 1, '大家周末都在读什么书？', '我先来：《大海，大海》，读到一半舍不得读完。'],
  [
    'Mateo',
    2,
    'A quiet keyboard for a shared office?',
    'Budget about 100. Low profile would be nice.',
  ],
  [
    'Amara',
    2,
    'How do you keep notes that you find again?',
    `I have four apps and can find nothing. What lasted for you?

What I tried so far:

| where | what became of it |
|---|---|
| paper | ~~tidy~~ lost on a train |
| one big text file | 9,000 lines, still going |

\`\`\`js
const found = notes.filter(({ tags }) => tags.includes(today));
\`\`\`

- [x] ask here
- [ ] read the answers`,
  ],
];

const REPLIES = [
  [
    'Jonas',
    'One file a day, and a search that is **fast**. Everything cleverer I gave up within a month.',
  ],
  [
    'Lin',
    '@Jonas the same here. I write as if somebody else had to find it:\n\n> what would they type into the search box?',
  ],
  ['Mateo', 'An index card a thought. Slow to write, and that turned out to be the point.'],
];

const TALK = [
  ['Amara', 'Did you keep the recipe from last week?'],
  ['Lin', 'Of course. 500 g flour, 350 g water, 10 g salt – and **patience**.'],
  ['Amara', 'The last one I am out of 😄'],
  ['Lin', 'Come by on Saturday, then we bake together.'],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-sync',
    '--hide-scrollbars',
  ],
});

async function member(username) {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  const post = async (path, data) => {
    const answer = await context.request.post(url + path, {
      data,
      headers: { Origin: new URL(url).origin },
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  };
  const password = crypto.randomUUID();
  const email = `${crypto.randomUUID()}@example.org`;
  const { user } = await post('/api/register', { username, email, password });
  return { context, post, id: user.id };
}

const members = new Map();
for (const name of ['Lin', 'Jonas', 'Amara', '美雨', 'Mateo'])
  members.set(name, await member(name));
const by = (name) => members.get(name);

let topic;
for (const [name, boardId, title, content] of TOPICS) {
  topic = await by(name).post('/api/topic/add', { title, content, boardId });
}
for (const [name, content] of REPLIES)
  await by(name).post('/api/reply/add', { topicId: topic.id, content });

const { roomId } = await by('Amara').post('/api/chat/new', { userId: by('Lin').id });
for (const name of ['Amara', 'Lin']) {
  by(name).page = await by(name).context.newPage();
  await by(name).page.goto(`${url}/chat/${roomId}`);
}
for (const [name, text] of TALK) {
  const { page } = by(name);
  await page.getByRole('textbox', { name: /^Message to / }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
  await page
    .locator('[data-message]')
    .filter({ hasText: text.slice(0, 12) })
    .last()
    .getByText(/Sent|Read/)
    .waitFor();
}

mkdirSync(folder, { recursive: true });
const storageState = await by('Amara').context.storageState();
const shoot = async (name, path, context) => {
  const seen = await browser.newContext({ storageState, locale: 'en-GB', ...context });
  const page = await seen.newPage();
  await page.goto(url + path);
  await page.waitForTimeout(2_000); // fonts, live marks
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await seen.close();
};
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
await shoot('topics', '/', desk);
await shoot('topic', `/topic/${topic.id}`, desk);
await shoot('topic-phone', `/topic/${topic.id}`, { ...phone, colorScheme: 'dark' });
await shoot('chat', `/chat/${roomId}`, desk);
await shoot('chat-phone', `/chat/${roomId}`, phone);
await browser.close();
