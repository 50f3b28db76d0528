// Chats from the command line: prints what is said in a room, and says each line typed.
//
//   npm install @vertx/eventbus-bridge-client.js
//   node chat-client.mjs http://localhost:8080 ann 'her password' ben
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import EventBus from '@vertx/eventbus-bridge-client.js';

const [, , forum, username, password, contact] = process.argv;

async function post(path, body, token) {
  const response = await fetch(forum + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(json.detail);
  return json;
}

async function contactId(token) {
  const headers = { authorization: `Bearer ${token}` };
  const found = await fetch(`${forum}/api/users?prefix=${encodeURIComponent(contact)}`, { headers });
  const { items } = await found.json();
  const member = items.find((one) => one.username === contact);
  if (!member) throw new Error(`There is no member ${contact}.`);
  return member.id;
}

const { token } = await post('/api/login', { username, password });
const { roomId } = await post('/api/chat/new', { userId: await contactId(token) }, token);
const address = `chat.room.${roomId}`;
const headers = { token };

const bus = new EventBus(`${forum}/eventbus`, { vertxbus_reconnect_attempts_max: Infinity });
bus.enableReconnect(true);
bus.onerror = (refusal) => console.error(refusal.message);

// What was missed is fetched, one request at a time: see docs/chat-client.md.
let lastId = 0;
let fetching = Promise.resolve();

function show(message) {
  lastId = message.id;
  console.log(`${message.senderId}: ${message.content}`);
}

async function catchUp() {
  for (;;) {
    const { items } = await post('/api/chat/messages', { roomId, after: lastId }, token);
    if (items.length === 0) return;
    items.forEach(show);
  }
}

function fetchMissed() {
  fetching = fetching.then(catchUp).catch((failure) => console.error(failure.message));
}

bus.onopen = () => {
  bus.registerHandler(address, headers, (refusal, event) => {
    if (refusal) {
      console.error(refusal.message);
    } else if (event.body.type === 'message') {
      fetching = fetching.then(() => {
        const { message, previousId } = event.body;
        if (message.id > lastId) {
          if (previousId === lastId) show(message);
          else fetchMissed();
        }
      });
    }
  });
  fetchMissed();
  [...unanswered.keys()].forEach(send);
};

// What nobody answered is sent again under the same id, which stores it once.
const unanswered = new Map();

function say(content) {
  const clientId = randomUUID();
  unanswered.set(clientId, content);
  if (bus.state === EventBus.OPEN) send(clientId);
}

function send(clientId) {
  const content = unanswered.get(clientId);
  bus.send('chat.send', { roomId, content, clientId }, headers, (refusal) => {
    if (refusal?.failureCode === 503 || refusal?.failureCode === 429) {
      setTimeout(() => bus.state === EventBus.OPEN && send(clientId), 1000);
      return;
    }
    unanswered.delete(clientId);
    if (refusal) console.error(refusal.message);
  });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line.trim() !== '') say(line);
});
