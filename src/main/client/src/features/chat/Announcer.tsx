import { useState } from 'react';
import type { Message } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';

/** More would not be listened to; the history has them all. */
const KEPT = 5;

interface Props {
  readonly messages: readonly Message[];
  readonly me: number;
  readonly name: string | undefined;
}

/**
 * Reads out, when nothing else is being said, what the other one says while the conversation is open. The history
 * itself does not: it would also read what is put in above, and what one has just typed.
 */
export function Announcer({ messages, me, name }: Props) {
  const text = useText();
  const [since] = useState(messages.at(-1)?.id ?? 0);
  const fresh = messages.filter(({ id, senderId }) => id > since && senderId !== me).slice(-KEPT);
  return (
    <div className="visually-hidden" role="log" aria-label={text('chat.newMessages')}>
      {fresh.map(({ id, content }) => (
        <p key={id}>
          {name ?? text('chat.them')}: {content}
        </p>
      ))}
    </div>
  );
}
