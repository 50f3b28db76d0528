import type { Suggestion } from '@/lib/api/types';
import { paths } from '@/lib/paths';

/** Where a suggestion leads. */
export function pathOf({ topic, member, board }: Suggestion): string {
  if (topic) return paths.topic(topic.id);
  if (member) return paths.user(member.id);
  return board ? `${paths.search}?board=${board.id}` : paths.search;
}
