import { useState } from 'react';
import { Button } from '@/components/button/Button';
import type { PostProps } from '@/components/slot/slots';
import { boxOf } from '@/lib/draft-box';
import { type Draft, readDraft } from '@/lib/drafts';
import { useAuthor } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import css from './post.module.css';

interface Props extends PostProps {
  readonly onContinue: () => void;
}

/** Says that a text has an edit which was begun here and never saved: nobody looks for it by pressing Edit. */
export function UnsavedEdit({ topic, reply, onContinue }: Props) {
  const text = useText();
  const author = useAuthor();
  const me = author?.id ?? 0;
  const place = reply ? (`${me}.reply.${reply.id}` as const) : (`${me}.topic.${topic.id}` as const);
  const [draft, setDraft] = useState(() => readDraft(place));
  const post = reply ?? topic;
  if (!draft || !post.permissions.edit || isAsIs(draft, { topic, reply })) return null;
  const discard = () => {
    boxOf(place, draft).drop();
    setDraft(readDraft(place));
  };
  return (
    <p className={`${css.unsaved} no-print`}>
      {text('edit.unsaved')}
      <Button small onClick={onContinue}>
        {text('edit.continue')}
      </Button>
      <Button small look="quiet" onClick={discard}>
        {text('edit.giveUp')}
      </Button>
    </p>
  );
}

const isAsIs = ({ title, content }: Draft, { topic, reply }: PostProps): boolean =>
  content === (reply ?? topic).content && (reply !== undefined || title === topic.title);
