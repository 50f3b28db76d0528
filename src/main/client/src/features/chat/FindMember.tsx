import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Avatar } from '@/components/avatar/Avatar';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import type { Author } from '@/lib/api/types';
import { refreshContacts } from './contact-entities';
import { useText } from '@/lib/i18n/use-text';
import { membersQuery } from '@/lib/entities/member';
import { useDebounced } from '@/lib/use-debounced';
import css from './contacts.module.css';

/** Long enough to type the next letter, in milliseconds. */
const PAUSE = 200;

interface Props {
  readonly prefix: string;
  readonly me: number;
  readonly onOpen: (roomId: string) => void;
}

/** The members whose name begins so: choosing one opens the conversation with them, the old one or a new one. */
export function FindMember({ prefix, me, onOpen }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const found = useQuery({
    ...membersQuery(useDebounced(prefix, PAUSE)),
    placeholderData: (before) => before,
  });
  const opening = useMutation({
    mutationFn: ({ id }: Author) => answerTo(api.POST('/api/chat/new', { body: { userId: id } })),
    onSuccess: ({ roomId }) => {
      void refreshContacts(queries);
      onOpen(roomId);
    },
  });
  if (found.isError) return <ProblemNote error={found.error} />;
  const others = found.data?.items.filter(({ id }) => id !== me);
  return (
    <>
      <p className={css.found} role="status">
        {others && text('chat.found', { count: others.length })}
      </p>
      {opening.isError && <ProblemNote error={opening.error} />}
      <ul className={css.list}>
        {others?.map((member) => (
          <li key={member.id}>
            <button
              type="button"
              className={css.contact}
              aria-busy={opening.isPending || undefined}
              onClick={() => opening.isPending || opening.mutate(member)}
            >
              <Avatar member={member} />
              <span className={css.name} dir="auto">
                {member.username}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
