import type { CurrentUser } from './api/types';

/**
 * Whether a part of the administration is for this member: its permission came with the session. What has no
 * permission is for administrators alone, since it would let others raise themselves.
 */
export const mayEnter = (
  { role, permissions }: Pick<CurrentUser, 'role' | 'permissions'>,
  needs?: string,
): boolean => role === 'admin' || (needs !== undefined && permissions.includes(needs));
