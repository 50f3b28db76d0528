import { Prose } from '@/components/prose/Prose';
import type { Author, Message } from '@/lib/api/types';
import { clockTime, exactTime } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { names } from '@/lib/names';
import css from './chat.module.css';

interface Props {
  readonly message: Message;
  readonly mine: boolean;
  readonly contact: Author | undefined;
}

export function MessageBubble({ message, mine, contact }: Props) {
  const text = useText();
  const region = useRegion();
  const time = new Date(message.createdAt);
  return (
    <div className={names(css.message, mine && css.mine)}>
      <span className="visually-hidden">
        {mine ? text('chat.you') : (contact?.username ?? text('chat.them'))}
      </span>
      <Prose html={message.html} className={css.bubble} />
      <time className={css.time} dateTime={message.createdAt} title={exactTime(time, region)}>
        {clockTime(time, region)}
      </time>
    </div>
  );
}
