import { Button } from '@/components/button/Button';
import { problemBody } from '@/components/state/problem-text';
import { ProblemError } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { useMember } from '@/lib/entities/session';
import { type Outgoing, outboxOf } from './outbox';
import { useConnected } from './use-connected';
import css from './message.module.css';

interface Props {
  readonly message: Outgoing;
  readonly me: number;
}

/** How far a message has come that is not stored yet, and what can be done about it. */
export function Delivery({ message, me }: Props) {
  const text = useText();
  const member = useMember();
  const connected = useConnected() && Boolean(member);
  const outbox = outboxOf(me);
  const { clientId, refusal } = message;
  if (!refusal && connected) return <span className={css.facts}>{text('chat.sending')}</span>;
  const discard = (
    <Button small look="quiet" onClick={() => outbox.remove(clientId)}>
      {text('chat.discard')}
    </Button>
  );
  if (!refusal) {
    return (
      <span className={css.facts}>
        {text('chat.waitingToSend')}
        {discard}
      </span>
    );
  }
  const problem = { type: 'about:blank', title: '', ...refusal };
  return (
    <div className={css.failure} role="alert">
      <span>
        <strong>{text('chat.failed')}</strong> {problemBody(new ProblemError(problem), text)}
      </span>
      <span className={css.remedies}>
        <Button small onClick={() => outbox.retry(clientId)}>
          {text('action.retry')}
        </Button>
        {discard}
      </span>
    </div>
  );
}
