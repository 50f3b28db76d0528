import { vi } from 'vitest';
import type { Problem } from '@/lib/api/problem';

export interface Call {
  readonly operation: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answer = (call: Call) => Response | Promise<Response>;

export const json = (body: unknown, status = 200): Response => Response.json(body, { status });

export function problem(status: number, more: Partial<Problem> = {}): Response {
  const body = {
    type: `/problems/${status}`,
    title: 'Refused',
    status,
    detail: 'Refused',
    ...more,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}

export const unreachableServer: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/**
 * Answers the page's calls, each by its operation ("POST /api/login"), in place of a server; what is not expected is
 * not found. Returns the calls as they come.
 */
export function serve(answers: Record<string, Answer>): Call[] {
  const calls: Call[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const url = new URL(request.url);
    const operation = `${request.method} ${url.pathname}`;
    const text = await request.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const call = { operation, url, headers: request.headers, body };
    calls.push(call);
    return answers[operation]?.(call) ?? problem(404);
  });
  return calls;
}
