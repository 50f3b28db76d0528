import { useText } from '@/lib/i18n/use-text';
import { MessageBubble } from './MessageBubble';
import { isStored, type MessageRow, type Row } from './timeline';
import css from './conversation.module.css';

interface Props {
  readonly rows: readonly Row[];
  readonly me: number;
  readonly name: string | undefined;
  readonly lastReadId: number;
}

export function Rows({ rows, me, name, lastReadId }: Props) {
  const text = useText();
  const mine = rows.filter((row) => row.kind === 'message' && row.mine) as MessageRow[];
  const stored = mine.flatMap((row) => (isStored(row.text) ? [row.text.id] : []));
  const read = stored.findLast((id) => id <= lastReadId);
  const sent = stored.at(-1);
  return rows.map((row) => {
    switch (row.kind) {
      case 'day':
        return (
          <p key={row.key} className={css.day}>
            {row.day}
          </p>
        );
      case 'line':
        return (
          <p key={row.key} className={css.line} data-entry>
            <span>{text('chat.unreadFromHere')}</span>
          </p>
        );
      case 'message':
        return (
          <MessageBubble
            key={row.key}
            row={row}
            me={me}
            name={name}
            mark={markOf(row, read, sent)}
          />
        );
    }
  });
}

/** "Read" stands below the last message that was, and "Sent" below the last one while it is not. */
function markOf(
  { text, mine }: MessageRow,
  read: number | undefined,
  sent: number | undefined,
): 'read' | 'sent' | undefined {
  if (!mine || !isStored(text)) return undefined;
  if (text.id === read) return 'read';
  return text.id === sent ? 'sent' : undefined;
}
