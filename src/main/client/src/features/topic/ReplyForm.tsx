import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button, IconButton } from '@/components/button/Button';
import { DraftNotes } from '@/components/editor/DraftNotes';
import { Editor } from '@/components/editor/Editor';
import { Note } from '@/components/state/Note';
import { NotSent } from '@/components/state/NotSent';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import type { CurrentUser } from '@/lib/api/types';
import { classNames } from '@/lib/class-names';
import { afterChange, readDraft } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { putNewReply } from '@/lib/entities/topic-writes';
import { useSite } from '@/lib/entities/site';
import { changed, sendOnce } from '@/lib/send-once';
import { useDraft } from '@/lib/use-draft';
import { useSendAgain } from '@/lib/use-send-again';
import { addReply, editReply, latestReply } from './commands';
import { useDock } from './use-dock';
import css from './reply-box.module.css';

interface Props {
  readonly topicId: number;
  readonly author: CurrentUser;
}

/** The reply box: at the end of the topic, or over the lower edge of the page while it is docked. */
export default function ReplyForm({ topicId, author }: Props) {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLTextAreaElement>(null);
  const place = `${author.id}.reply-to.${topicId}` as const;
  const drafting = useDraft(place, { content: '' });
  const { draft, update } = drafting;
  const { docked, close, onFocus } = useDock(topicId, input);
  const [asked, setAsked] = useState(false);
  /** The reply that was just written, where the reader was not taken to it. */
  const [written, setWritten] = useState<number>();
  const isMissing = draft.content.trim() === '';

  const sending = useMutation({
    mutationFn: () =>
      drafting.send(({ content, attempt }) =>
        sendOnce({ topicId, content }, attempt, {
          post: (body, key) => addReply(body.topicId, body.content, key),
          change: ({ id, version, floor }) =>
            changed(
              () => editReply(id, { content, version }),
              () => latestReply(topicId, floor),
              (reply) => reply.content.trim() === content.trim(),
            ),
          note: (attempt) => update({ attempt }),
        }),
      ),
    onSuccess: (reply) => {
      setAsked(false);
      putNewReply(queries, reply);
    },
  });
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (sending.isPending) return;
    setAsked(true);
    setWritten(undefined);
    if (isMissing) {
      input.current?.focus();
      return;
    }
    sending.mutate(undefined, {
      onSuccess: ({ floor }) => {
        // Who reads on above, or writes on, is not moved.
        if (docked || readDraft(place)) setWritten(floor);
        else void navigate(paths.floor(topicId, floor));
      },
    });
  };

  const waits = useSendAgain(sending, draft.attempt?.waiting === true, send);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !docked || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };

  return (
    <form
      className={classNames(css.form, docked && css.docked, 'no-print')}
      data-docked={docked || undefined}
      noValidate
      role={docked ? 'region' : undefined}
      aria-label={docked ? text('topic.replyBox') : undefined}
      onSubmit={send}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {docked && (
        <IconButton label={text('topic.undock')} className={css.close} onClick={close}>
          <X aria-hidden />
        </IconButton>
      )}
      <Editor
        ref={input}
        label={text('topic.yourReply')}
        placeholder={text('editor.placeholder')}
        value={draft.content}
        max={limits.contentMax}
        error={asked && isMissing ? text('editor.missing') : fieldError(sending.error, 'content')}
        onChange={(content) => update({ content, attempt: afterChange(draft.attempt) })}
        onSubmit={send}
      />
      <DraftNotes drafting={drafting} />
      {waits ? (
        <NotSent error={sending.error} />
      ) : (
        sending.isError && <ProblemNote error={sending.error} />
      )}
      {written !== undefined && (
        <Note good>
          {text('topic.replySent', { floor: written })}{' '}
          <Link to={paths.floor(topicId, written)}>{text('topic.replyGoTo')}</Link>
        </Note>
      )}
      <div className={css.actions}>
        <Button look="primary" type="submit" busy={sending.isPending}>
          {text('action.reply')}
        </Button>
      </div>
    </form>
  );
}
