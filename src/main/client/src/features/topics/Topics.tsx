import { ArrowUp } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFirstItemFocus } from '@/components/pagination/use-first-item-focus';
import { Pill } from '@/components/pill/Pill';
import type { PageOf, TopicSummary } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { useLiveState } from '@/lib/live/use-live';
import { classNames } from '@/lib/class-names';
import { TopicRow } from './TopicRow';
import { useLiveList } from './use-live-list';
import css from './topic-list.module.css';

interface Props {
  readonly topics: PageOf<TopicSummary>;
  readonly board: number | undefined;
  /** Whether this is the page before, until the one that was asked for is there. */
  readonly waiting: boolean;
  /** Stands in place of a page without topics. */
  readonly empty: ReactNode;
}

/** A page of topics. What is new is offered, and not pushed under the reader's eyes. */
export function Topics({ topics, board, waiting, empty }: Props) {
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  const state = useLiveState();
  const { freshCount, showFresh } = useLiveList(topics, board);
  useFirstItemFocus(list, 'h2 a', !waiting);
  // Without a connection it could not be fetched, and the banner that says so needs the place.
  const isOffered = freshCount > 0 && state !== 'offline';
  const show = async () => {
    await showFresh();
    list.current?.scrollIntoView({ block: 'start' });
    list.current?.focus({ preventScroll: true });
  };
  return (
    <div>
      {isOffered && (
        <Pill at="list" onClick={() => void show()}>
          <ArrowUp aria-hidden />
          {text('topics.fresh', { count: freshCount })}
        </Pill>
      )}
      <p role="status" className="visually-hidden">
        {isOffered && text('topics.freshHint')}
      </p>
      {topics.items.length === 0 ? (
        empty
      ) : (
        <ol
          ref={list}
          tabIndex={-1}
          className={classNames(css.list, waiting && css.waiting)}
          aria-busy={waiting}
        >
          {topics.items.map((topic) => (
            <TopicRow key={topic.id} topic={topic} withBoard={board === undefined} />
          ))}
        </ol>
      )}
    </div>
  );
}
