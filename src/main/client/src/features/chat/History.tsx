import { ArrowDown } from 'lucide-react';
import { type Ref, useImperativeHandle, useMemo, useRef } from 'react';
import { Button } from '@/components/button/Button';
import type { Message } from '@/lib/api/types';
import { serverNow } from '@/lib/clock';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { dayName } from './day-name';
import { Rows } from './Rows';
import { type Text, timelineOf } from './timeline';
import { useEarlier } from './use-earlier';
import { useReading } from './use-reading';
import { useScrollKeeping } from './use-scroll-keeping';
import { useUnreadLine } from './use-unread-line';
import { useVisible } from './use-visible';
import css from './conversation.module.css';

export interface HistoryHandle {
  readonly goToEnd: () => void;
}

interface Props {
  readonly ref: Ref<HistoryHandle>;
  readonly roomId: string;
  readonly me: number;
  readonly name: string | undefined;
  readonly messages: readonly Message[];
  /** The messages and what is on its way. */
  readonly texts: readonly Text[];
  /** How many were unread on coming in. */
  readonly unread: number;
  readonly lastReadId: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The conversation, newest at the end. Whatever comes, above or below, what is being read stays where it is. */
export function History(props: Props) {
  const { ref, roomId, me, messages, texts, more, loading, onMore } = props;
  const text = useText();
  const region = useRegion();
  const top = useRef<HTMLDivElement>(null);

  const { box, atEnd, goToEnd, onScroll } = useScrollKeeping();
  useImperativeHandle(ref, () => ({ goToEnd }), [goToEnd]);
  useEarlier({ box, top, more, loading, onMore, oldest: messages[0]?.id });

  const attending = useVisible() && atEnd;
  const theirs = messages.findLast(({ senderId }) => senderId !== me)?.id ?? 0;
  const readUpTo = useReading(roomId, theirs, attending);
  const above = useUnreadLine({ messages, me, unread: props.unread, attending, readUpTo });
  const waiting =
    !atEnd && above !== undefined
      ? messages.filter(({ id, senderId }) => id >= above && senderId !== me).length
      : 0;

  const rows = useMemo(() => {
    const now = serverNow();
    const dayOf = (at: string) => dayName(new Date(at), now, region);
    return timelineOf({ texts, me, lineAbove: above, dayOf });
  }, [texts, me, above, region]);

  return (
    <div className={css.room}>
      <div
        ref={box}
        className={css.history}
        role="log"
        aria-live="off"
        tabIndex={0}
        aria-label={text('chat.messages')}
        onScroll={onScroll}
      >
        <div className={css.content}>
          <div ref={top} className={css.top}>
            {more && (
              <Button small look="quiet" busy={loading} onClick={onMore}>
                {text('chat.earlier')}
              </Button>
            )}
          </div>
          {texts.length === 0 && <p className={css.none}>{text('chat.nothingYet')}</p>}
          <Rows rows={rows} me={me} name={props.name} lastReadId={props.lastReadId} />
        </div>
      </div>
      {!atEnd && (
        <Button small className={css.toEnd} onClick={goToEnd}>
          <ArrowDown aria-hidden />
          {waiting > 0 ? text('chat.waiting', { count: waiting }) : text('chat.toEnd')}
        </Button>
      )}
    </div>
  );
}
