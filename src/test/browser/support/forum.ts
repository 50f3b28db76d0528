import { randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  test as base,
  type BrowserContext,
  expect,
  type Page,
} from '@playwright/test';

export { expect };
export type { Page };

export interface Member {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

export interface Topic {
  readonly id: number;
  readonly title: string;
  readonly version: number;
}

/** What a test does without looking: the calls of a client that is signed in as the context's cookies say. */
export class Forum {
  constructor(
    private readonly request: APIRequestContext,
    private readonly origin: string,
  ) {}

  async post<T>(path: string, body: object = {}): Promise<T> {
    const answer = await this.request.post(path, { data: body, headers: { Origin: this.origin } });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBeLessThan(300);
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  async put(path: string, body: object): Promise<void> {
    const answer = await this.request.put(path, { data: body, headers: { Origin: this.origin } });
    expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  }

  /** Becomes a member nobody else is, and signs the context in. */
  async register(name = 'member'): Promise<Member> {
    const username = `${name}_${randomUUID().slice(0, 8)}`;
    const email = `${username}@example.org`;
    const password = `pass ${randomUUID()}`;
    const { user } = await this.post<{ user: { id: number } }>('/api/register', {
      username,
      email,
      password,
    });
    return { id: user.id, username, email, password };
  }

  openTopic(title: string, content: string, boardId = 1): Promise<Topic> {
    return this.post('/api/topic/add', { title, content, boardId });
  }

  reply(topicId: number, content: string): Promise<{ id: number; floor: number }> {
    return this.post('/api/reply/add', { topicId, content });
  }
}

interface Fixtures {
  /** As the page's visitor. */
  readonly forum: Forum;
  /** As somebody else, with a browser of their own. */
  readonly other: { readonly context: BrowserContext; readonly forum: Forum };
}

export const test = base.extend<Fixtures>({
  forum: async ({ page, baseURL }, use) => {
    await use(new Forum(page.request, baseURL ?? ''));
  },
  other: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext();
    await use({ context, forum: new Forum(context.request, baseURL ?? '') });
    await context.close();
  },
});

/** A title that only this test has. */
export const unique = (title: string) => `${title} ${randomUUID().slice(0, 8)}`;

/** The post at a floor of the topic that is shown. */
export const floor = (page: Page, number: number) => page.locator(`#floor-${number}`);
