import createClient from 'openapi-fetch';
import { learnServerTime } from '../clock';
import { isDown } from '../outage';
import { type Problem, ProblemError, unreachable } from './problem';
import type { paths } from './schema';

/** The typed calls of `openapi.yaml`. The session travels in its cookie; nothing here ever sees the token. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // Resolved at each call, so that a test can put its own in place.
  fetch: async (request) => {
    const answer = await window.fetch(request);
    learnServerTime(answer.headers.get('Date'));
    isDown.set(answer.status > 501 && answer.status < 505);
    return answer;
  },
});

/** Milliseconds after which a text that was sent is taken not to have arrived; a slow line needs some. */
const PATIENCE = 45_000;

/** For sending what somebody wrote: a request that nobody answers ends, and can be sent again. */
export const answerInTime = (): AbortSignal => AbortSignal.timeout(PATIENCE);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a successful answer; everything else is thrown as a {@link ProblemError}. */
export async function answerTo<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ProblemError(unreachable);
  });
  if (!response.ok) throw new ProblemError(readProblem(error, response));
  return data as T;
}

/** A proxy in between may answer without a problem body: its status still says what to do. */
function readProblem(body: unknown, response: Response): Problem {
  const told = isProblem(body)
    ? body
    : { type: 'about:blank', title: response.statusText, status: response.status, detail: '' };
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? { ...told, retryAfter: seconds } : told;
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'status' in body;
}
