import { memo } from 'react';
import { Prose } from '@/components/prose/Prose';
import { clockTime, exactTime } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Delivery } from './Delivery';
import { isStored, type MessageRow } from './timeline';
import css from './message.module.css';

interface Props {
  readonly row: MessageRow;
  readonly me: number;
  readonly name: string | undefined;
  readonly mark: 'read' | 'sent' | undefined;
}

/** What somebody said. On its way it is shown as it was typed: only the server makes HTML of it. */
export const MessageBubble = memo(function MessageBubble({ row, me, name, mark }: Props) {
  const text = useText();
  const region = useRegion();
  const { text: said, mine, at, starts, ends } = row;
  const time = new Date(at);
  const stored = isStored(said);
  return (
    <div
      className={classNames(css.message, mine && css.mine, starts && css.starts)}
      data-message
      title={exactTime(time, region)}
    >
      <span className="visually-hidden">
        {mine ? text('chat.you') : (name ?? text('chat.them'))}:{' '}
      </span>
      {stored ? (
        <Prose html={said.html} className={css.bubble} />
      ) : (
        <p
          dir="auto"
          className={classNames(css.bubble, css.plain, said.refusal ? css.refused : css.pending)}
        >
          {said.content}
        </p>
      )}
      {!stored ? (
        <Delivery message={said} me={me} />
      ) : (
        (ends || mark) && (
          <span className={css.facts}>
            <time dateTime={at}>{clockTime(time, region)}</time>
            {mark && <span className={css.mark}>{text(`chat.${mark}`)}</span>}
          </span>
        )
      )}
    </div>
  );
}, isSameBubble);

/** The rows are made anew with every message; hardly any of them changes. */
function isSameBubble(one: Props, next: Props): boolean {
  return (
    one.row.text === next.row.text &&
    one.row.starts === next.row.starts &&
    one.row.ends === next.row.ends &&
    one.name === next.name &&
    one.mark === next.mark
  );
}
