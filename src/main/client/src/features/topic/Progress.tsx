import { CornerDownLeft } from 'lucide-react';
import { type MouseEvent, useRef, type RefObject } from 'react';
import { Button, ButtonLink } from '@/components/button/Button';
import type { Topic } from '@/lib/api/types';
import { wholeNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { Facts } from './TopicFacts';
import { useInSight, useReading } from './use-reading';
import css from './progress.module.css';

interface Props {
  readonly topic: Topic;
  /** Where replies are written, at the end of the page. */
  readonly replyBox: RefObject<HTMLElement | null>;
  readonly isGone: boolean;
}

/**
 * Where there is no room beside the topic: how far the reader is, which opens what is known of the topic and leads to
 * other replies, and the way to the reply box. It lies over the page and makes way for whoever writes.
 */
export function Progress({ topic, replyBox, isGone }: Props) {
  const text = useText();
  const region = useRegion();
  const sheet = useRef<HTMLDialogElement>(null);
  const { items, page, pageSize } = topic.replies;
  const read = useReading(items);
  const isBoxInSight = useInSight(replyBox);
  const number = Math.max(1, (page - 1) * pageSize + read);
  const reply = (event: MouseEvent) => {
    event.preventDefault();
    replyBox.current?.scrollIntoView({ block: 'center' });
    replyBox.current?.querySelector<HTMLElement>('textarea, a')?.focus({ preventScroll: true });
  };
  return (
    <div className={`${css.bar} no-print`}>
      {topic.permissions.reply && !isGone && !isBoxInSight && (
        <ButtonLink small look="primary" className={css.pill} to="#reply" onClick={reply}>
          <CornerDownLeft aria-hidden />
          {text('action.reply')}
        </ButtonLink>
      )}
      {topic.replyCount > 1 && (
        <Button
          small
          className={css.pill}
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          {`${wholeNumber(number, region)} / ${wholeNumber(topic.replyCount, region)}`}
          <span className="visually-hidden">{text('topic.progress')}</span>
        </Button>
      )}
      <dialog
        ref={sheet}
        className={css.sheet}
        aria-label={text('topic.facts')}
        onClick={(event) => event.target === sheet.current && sheet.current.close()}
      >
        <Facts topic={topic} onGo={() => sheet.current?.close()} />
        <form method="dialog" className={css.close}>
          <Button small type="submit">
            {text('topic.progress.close')}
          </Button>
        </form>
      </dialog>
    </div>
  );
}
