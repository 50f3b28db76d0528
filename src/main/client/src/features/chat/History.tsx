import { Fragment, useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/button/Button';
import type { Author, Message } from '@/lib/api/types';
import { calendarDay } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { MessageBubble } from './MessageBubble';
import css from './chat.module.css';

interface Props {
  readonly messages: readonly Message[];
  readonly memberId: number;
  readonly contact: Author | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The conversation, newest at the end. Older parts are put in above without moving what is being read. */
export function History({ messages, memberId, contact, more, loading, onMore }: Props) {
  const text = useText();
  const region = useRegion();
  const box = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const fromEnd = useRef(0);
  const oldest = messages[0]?.id;
  const newest = messages.at(-1)?.id;

  useLayoutEffect(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight - fromEnd.current - element.clientHeight;
  }, [oldest, newest]);

  useEffect(() => {
    if (!more || loading || !top.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore();
      },
      { root: box.current, rootMargin: '200px' },
    );
    watch.observe(top.current);
    return () => watch.disconnect();
  }, [more, loading, onMore, oldest]);

  return (
    <div
      ref={box}
      className={css.history}
      role="log"
      tabIndex={0}
      aria-label={text('chat.messages')}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        fromEnd.current = scrollHeight - scrollTop - clientHeight;
      }}
    >
      <div ref={top} className={css.top}>
        {more && (
          <Button small look="quiet" busy={loading} onClick={onMore}>
            {text('chat.earlier')}
          </Button>
        )}
      </div>
      {messages.length === 0 && <p className={css.none}>{text('chat.nothingYet')}</p>}
      {messages.map((message, index) => {
        const day = calendarDay(new Date(message.createdAt), region);
        const before = messages[index - 1];
        const newDay = !before || calendarDay(new Date(before.createdAt), region) !== day;
        return (
          <Fragment key={message.id}>
            {newDay && <p className={css.day}>{day}</p>}
            <MessageBubble
              message={message}
              mine={message.senderId === memberId}
              contact={contact}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
