import { type Problem, problemOf } from '@/lib/api/problem';
import type { MessageId } from '@/lib/i18n/i18n';
import type { Text } from '@/lib/i18n/use-text';

const titles: Readonly<Record<number, MessageId>> = {
  0: 'problem.unreachable.title',
  401: 'problem.signIn.title',
  403: 'problem.forbidden.title',
  404: 'problem.notFound.title',
  429: 'problem.tooMany.title',
  502: 'problem.down.title',
  503: 'problem.down.title',
  504: 'problem.down.title',
};

const bodies: Readonly<Record<number, MessageId>> = {
  0: 'problem.unreachable.body',
  401: 'problem.signIn.body',
  403: 'problem.forbidden.body',
  404: 'problem.notFound.body',
  413: 'problem.tooLarge.body',
  502: 'problem.down.body',
  503: 'problem.down.body',
  504: 'problem.down.body',
};

export function problemTitle(error: unknown, text: Text): string {
  const problem = problemOf(error);
  return text((problem && titles[problem.status]) ?? 'problem.other.title');
}

/** What is wrong and what to do about it, in the reader's language where it is a usual thing. */
export function problemBody(error: unknown, text: Text): string {
  const problem = problemOf(error);
  if (!problem) return text('problem.other.body');
  if (problem.status === 429) {
    return text('problem.tooMany.body', { seconds: problem.retryAfter ?? 60 });
  }
  if (problem.type === '/problems/verification-needed') return text('problem.unverified.body');
  const known = bodies[problem.status];
  if (known) return text(known);
  return problem.status < 500 && problem.detail ? problem.detail : withId(problem, text);
}

function withId(problem: Problem, text: Text): string {
  const body = text('problem.other.body');
  return problem.requestId
    ? `${body} ${text('problem.requestId', { id: problem.requestId })}`
    : body;
}
