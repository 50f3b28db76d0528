import type { components } from './schema';

export type FieldError = NonNullable<components['schemas']['Problem']['errors']>[number];

/**
 * What went wrong with a call, as RFC 9457 tells it. A call that no answer came to has the status 0 and the type
 * `/problems/unreachable`, so that everything that can fail is one type.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldError[];
  /** Seconds until it is worth trying again, where the server said so. */
  readonly retryAfter?: number;
}

export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

export const unreachable: Problem = {
  type: '/problems/unreachable',
  title: 'Unreachable',
  status: 0,
  detail: '',
};

/** The problem in whatever was thrown; a mistake of our own (not a failed call) has none. */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof ProblemError ? error.problem : undefined;
}

export function hasStatus(error: unknown, status: number): boolean {
  return problemOf(error)?.status === status;
}

/** Whether the same call may succeed later: the server could not be reached, or one of its stores is down. */
export function isTemporary(error: unknown): boolean {
  const status = problemOf(error)?.status;
  return status === 0 || status === 502 || status === 503 || status === 504;
}
