import { hasStatus, problemOf } from './api/problem';
import { type Attempt, attemptFor } from './drafts';

interface Steps<B, T> {
  readonly post: (body: B, key: string) => Promise<T>;
  /** Gives what was posted another text. */
  readonly change: (posted: T, body: B) => Promise<T>;
  /** Stores what is being sent, before it is. */
  readonly note: (attempt: Attempt | undefined) => void;
}

/**
 * Posts a text once, whatever became of an earlier attempt. Where that one had another text and its answer was lost,
 * it is asked for again with its own key and text: what was posted then is changed, so that not both are posted.
 */
export async function sendOnce<B, T>(
  body: B,
  earlier: Attempt | undefined,
  { post, change, note }: Steps<B, T>,
): Promise<T> {
  const attempt = attemptFor(body, earlier);
  if (earlier && earlier.key !== attempt.key) {
    const posted = await settled(post(JSON.parse(earlier.body) as B, earlier.key));
    if (posted) return change(posted, body);
  }
  note({ ...attempt, waiting: true });
  try {
    return await post(body, attempt.key);
  } catch (error) {
    if (isRefused(error)) note(undefined);
    throw error;
  }
}

/** What an earlier attempt posted; undefined where the server had refused it, or refuses it now. */
async function settled<T>(posting: Promise<T>): Promise<T | undefined> {
  try {
    return await posting;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** Whether it is certain that nothing was posted, and will not be by the same call. */
function isRefused(error: unknown): boolean {
  const status = problemOf(error)?.status ?? 0;
  return status >= 400 && status < 500 && ![401, 409, 429].includes(status);
}

/** The change of something whose text is already the one wanted: the answer to an earlier change was lost. */
export async function changed<T>(
  change: () => Promise<T>,
  latest: () => Promise<T>,
  isDone: (latest: T) => boolean,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    const now = await latest();
    if (isDone(now)) return now;
    throw error;
  }
}
