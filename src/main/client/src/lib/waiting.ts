import { problemOf } from './api/problem';
import { backOff } from './live/back-off';

/**
 * How long to wait, in milliseconds, before a call is made again that failed for a reason that passes: as long as the
 * server asked for, and then some time by chance, so that not everybody comes back at the same moment.
 */
export const waitAfter = (failures: number, error: unknown): number =>
  (problemOf(error)?.retryAfter ?? 0) * 1_000 + backOff(failures);
