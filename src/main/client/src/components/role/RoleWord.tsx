import type { Author } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import css from './role.module.css';

interface Props {
  readonly role: Author['role'];
  /** Whether it is the author of the topic that is shown. */
  readonly isAuthor?: boolean;
}

/** What somebody is beside being a member, in words after their name; nothing for most. */
export function RoleWord({ role, isAuthor = false }: Props) {
  const text = useText();
  const words = [
    role === 'moderator' || role === 'admin' ? text(`role.${role}`) : '',
    isAuthor ? text('role.author') : '',
  ].filter(Boolean);
  return words.length > 0 && <span className={css.role}>{words.join(' · ')}</span>;
}
