import { useId, useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { Time } from '@/components/time/Time';
import type { Topic } from '@/lib/api/types';
import { wholeNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import css from './facts.module.css';

/** What is known of the topic, beside it where there is room. */
export function TopicFacts({ topic }: { readonly topic: Topic }) {
  const text = useText();
  return (
    <aside className={css.facts} aria-label={text('topic.facts')}>
      <Facts topic={topic} />
    </aside>
  );
}

interface FactsProps {
  readonly topic: Topic;
  /** The reader goes to a reply. */
  readonly onGo?: (() => void) | undefined;
}

export function Facts({ topic, onGo }: FactsProps) {
  const text = useText();
  const region = useRegion();
  return (
    <>
      <dl className={css.list}>
        <div>
          <dt>{text('topic.facts.opened')}</dt>
          <dd>
            <Time at={topic.createdAt} />
          </dd>
        </div>
        {topic.lastReply && (
          <div>
            <dt>{text('topic.facts.lastReply')}</dt>
            <dd>
              <Time at={topic.lastReply.createdAt} />
            </dd>
          </div>
        )}
        {topic.replyCount > 0 && (
          <div>
            <dt>{text('topic.facts.replies')}</dt>
            <dd>{wholeNumber(topic.replyCount, region)}</dd>
          </div>
        )}
        {topic.views > 0 && (
          <div>
            <dt>{text('topic.facts.views')}</dt>
            <dd>{wholeNumber(topic.views, region)}</dd>
          </div>
        )}
      </dl>
      {topic.replyCount > 1 && <GoToFloor topicId={topic.id} onGo={onGo} />}
    </>
  );
}

function GoToFloor({ topicId, onGo }: { readonly topicId: number } & Pick<FactsProps, 'onGo'>) {
  const text = useText();
  const id = useId();
  const navigate = useNavigate();
  const [floor, setFloor] = useState('');
  const go = (event: SyntheticEvent) => {
    event.preventDefault();
    const number = Number(floor);
    if (!Number.isSafeInteger(number) || number < 1) return;
    onGo?.();
    void navigate(paths.floor(topicId, number));
  };
  return (
    <form className={css.go} onSubmit={go}>
      <label htmlFor={id}>{text('topic.goTo')}</label>
      <input
        id={id}
        inputMode="numeric"
        pattern="[1-9][0-9]*"
        required
        placeholder="#"
        value={floor}
        onChange={(event) => setFloor(event.target.value)}
      />
      <Button small type="submit">
        {text('action.go')}
      </Button>
    </form>
  );
}
