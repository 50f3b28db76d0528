import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Avatar } from '@/components/avatar/Avatar';
import { TextField } from '@/components/field/Field';
import { ProblemNote } from '@/components/state/Problem';
import type { Author } from '@/lib/api/types';
import { membersQuery } from '@/lib/entities/member';
import { useText } from '@/lib/i18n/use-text';
import { useDebounced } from '@/lib/use-debounced';
import listCss from './list.module.css';
import pickerCss from './picker.module.css';

const PAUSE = 200;

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly busy?: boolean;
  readonly onChoose: (member: Author) => void;
}

/** Finds a member by the beginning of the name. Enter takes the one that is found alone, or that has just this name. */
export function MemberPicker({ label, hint, busy, onChoose }: Props) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const prefix = useDebounced(typed.trim(), PAUSE);
  const found = useQuery({ ...membersQuery(prefix), enabled: prefix !== '' });
  const isFor = prefix !== '' && prefix === typed.trim();
  const members = isFor ? found.data?.items : undefined;

  const choose = (member: Author | undefined) => {
    if (!member || busy) return;
    onChoose(member);
    setTyped('');
    field.current?.focus();
  };
  const meant = () =>
    members?.find(({ username }) => username.toLowerCase() === typed.trim().toLowerCase()) ??
    (members?.length === 1 ? members[0] : undefined);
  return (
    <div className={pickerCss.picker}>
      <TextField
        ref={field}
        type="search"
        label={label}
        hint={hint}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          choose(meant());
        }}
      />
      {isFor && found.isError && <ProblemNote error={found.error} />}
      <p className={members?.length === 0 ? listCss.facts : 'visually-hidden'} role="status">
        {members && text('admin.found', { count: members.length })}
      </p>
      {members && members.length > 0 && (
        <ul className={pickerCss.found} aria-label={text('admin.foundMembers')}>
          {members.map((member) => (
            <li key={member.id}>
              <button
                type="button"
                className={pickerCss.foundMember}
                aria-busy={busy || undefined}
                onClick={() => choose(member)}
              >
                <Avatar member={member} size="small" />
                <span dir="auto">{member.username}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
