import type { LogWanted } from './entities';
import { idIn } from './use-choices';

/** What can be looked for: all actions of a kind, such as `board`. */
export const KINDS = ['board', 'group', 'member', 'topic', 'reply'] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The moment at which a day begins where the reader is; with 1 the day after it. */
function startOf(day: string, later = 0): string | undefined {
  if (!DAY.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const time = new Date(year, month - 1, date + later);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** As the interface takes what the address says; both days are included. */
export function logWanted(get: (key: string) => string): LogWanted {
  const actor = idIn(get('actor'));
  const target = idIn(get('target'));
  const [action, targetType] = [get('action'), get('type')];
  const [from, to] = [startOf(get('from')), startOf(get('to'), 1)];
  return {
    ...(actor && { actor }),
    ...(action && { action }),
    ...(targetType && { targetType }),
    ...(target && { target }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** Where the same entries can be had as a file, all of them. */
export function exportAddress(wanted: LogWanted, format: 'csv' | 'json'): string {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(wanted)) query.set(key, String(value));
  return `/api/admin/audit/export?${query.toString()}`;
}
