import type { Text } from '@/lib/i18n/use-text';
import type { Group } from './entities';

/** The built-in groups by id; each contains those after it. */
const BUILT_IN = ['everyone', 'members', 'trusted', 'moderators', 'admins'] as const;
type BuiltIn = (typeof BUILT_IN)[number];

export const ADMINS = 5;
export const TRUSTED = 3;
export const isBuiltIn = ({ id }: Pick<Group, 'id'>): boolean => id <= BUILT_IN.length;

const wordOf = (id: number): BuiltIn => BUILT_IN[id - 1] ?? 'everyone';

/** The name of a group: of those built in, in the reader's language. */
export function groupName(group: Pick<Group, 'id' | 'name'>, text: Text): string {
  if (!isBuiltIn(group)) return group.name;
  const word = wordOf(group.id);
  return text(`admin.group.${word}`);
}

/** Who is in a group that is built in. */
export function groupHint(id: number, text: Text): string {
  const word = wordOf(id);
  return text(`admin.groupHint.${word}`);
}
