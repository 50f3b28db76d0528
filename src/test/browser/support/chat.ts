import { randomUUID } from 'node:crypto';
import type { Locator, Page, WebSocketRoute } from '@playwright/test';
import { expect, type Forum, type Member } from './forum';

/** A new member with a page of their own on the forum's first page. */
export async function visitor(page: Page, forum: Forum, name: string): Promise<Member> {
  const member = await forum.register(name);
  await page.goto('/robots.txt');
  return member;
}

export async function roomWith(forum: Forum, userId: number): Promise<string> {
  const { roomId } = await forum.post<{ roomId: string }>('/api/chat/new', { userId });
  return roomId;
}

/** Says things as the page's visitor without their interface, as any client of the bus would: one after the other. */
export async function say(page: Page, roomId: string, ...contents: string[]): Promise<void> {
  const messages = contents.map((content) => ({ roomId, content, clientId: randomUUID() }));
  await page.evaluate(async (messages) => {
    const { host, protocol } = window.location;
    const url = `${protocol.replace('http', 'ws')}//${host}/eventbus/websocket`;
    const socket = new WebSocket(url);
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    for (const body of messages) {
      const replyAddress = body.clientId;
      const send = () =>
        socket.send(JSON.stringify({ type: 'send', address: 'chat.send', body, replyAddress }));
      await new Promise<void>((resolve, reject) => {
        socket.onmessage = ({ data }) => {
          const frame = JSON.parse(String(data)) as Record<string, unknown>;
          if (frame.address !== replyAddress) return;
          if (frame.type === 'rec') resolve();
          // More than a connection may send in a second.
          else if (frame.failureCode === 429) setTimeout(send, 1_000);
          else reject(new Error(`Refused: ${String(data)}`));
        };
        send();
      });
    }
    socket.close();
  }, messages);
}

export const composer = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^Message to / });
export const history = (page: Page): Locator =>
  page.getByRole('log', { name: 'Messages', exact: true });
export const bubbles = (page: Page): Locator => history(page).locator('[data-message]');

/** Writes as a member does, and sends with the button: it is there on a phone and on a desk. */
export async function write(page: Page, content: string): Promise<void> {
  await composer(page).fill(content);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** The messages as they are read from top to bottom, without times and marks. */
export function said(page: Page): Promise<string[]> {
  return bubbles(page)
    .locator('p')
    .evaluateAll((paragraphs) => paragraphs.map(({ textContent }) => textContent));
}

/** The connection of a page to the bus, which can be cut in the middle and mended again. */
export class Cable {
  private readonly sockets = new Set<WebSocketRoute>();
  private readonly answers: ((frame: string) => string | undefined)[] = [];
  private isCut = false;

  private constructor(private readonly page: Page) {}

  /** To be laid before the page is opened. */
  static async lay(page: Page): Promise<Cable> {
    const cable = new Cable(page);
    await page.routeWebSocket(/\/eventbus\//, (socket) => cable.carry(socket));
    return cable;
  }

  async cut(): Promise<void> {
    await this.page.route(/\/(eventbus|api)\//, (route) => route.abort());
    await this.cutSockets();
  }

  /** Only what carries messages; the page and its data can still be had. */
  async cutSockets(): Promise<void> {
    this.isCut = true;
    for (const socket of this.sockets) await socket.close({ code: 1001 });
    this.sockets.clear();
  }

  async mend(): Promise<void> {
    this.isCut = false;
    await this.page.unroute(/\/(eventbus|api)\//);
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }

  /** The next command to an address is refused before the server sees it. */
  refuseNext(address: string, code: number): void {
    this.answers.push((frame) => {
      const { type, address: to, replyAddress } = JSON.parse(frame) as Record<string, string>;
      if (type !== 'send' || to !== address) return undefined;
      const error = { type: 'err', address: replyAddress, failureCode: code };
      return JSON.stringify({ ...error, failureType: 'RECIPIENT_FAILURE', message: 'Not so.' });
    });
  }

  private carry(socket: WebSocketRoute): void {
    if (this.isCut) {
      void socket.close({ code: 1001 });
      return;
    }
    this.sockets.add(socket);
    const server = socket.connectToServer();
    // SockJS wraps each frame into an array of texts (sockjs-protocol, "websocket").
    socket.onMessage((message) => {
      const [frame = ''] = JSON.parse(String(message)) as string[];
      const refusal = this.answers[0]?.(frame);
      if (refusal === undefined) server.send(message);
      else {
        this.answers.shift();
        socket.send(`a${JSON.stringify([refusal])}`);
      }
    });
  }
}

/** Nothing may move by more than a rounding. */
export function expectSamePlace(before: number, after: number): void {
  expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
}
