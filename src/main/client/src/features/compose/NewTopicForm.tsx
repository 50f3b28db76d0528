import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { DraftNotes } from '@/components/editor/DraftNotes';
import { Editor } from '@/components/editor/Editor';
import { paste } from '@/components/editor/paste';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { NotSent } from '@/components/state/NotSent';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import type { Board, CurrentUser } from '@/lib/api/types';
import { afterChange, type Draft, readDraft } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import { isComposing } from '@/lib/keyboard';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { putNewTopic } from '@/lib/entities/topic-writes';
import { useSite } from '@/lib/entities/site';
import { changed, sendOnce } from '@/lib/send-once';
import { useDraft } from '@/lib/use-draft';
import { useSendAgain } from '@/lib/use-send-again';
import { addTopic, editTopic, latestTopic } from './commands';
import css from './compose.module.css';

interface Props {
  readonly author: CurrentUser;
  readonly boards: readonly Board[];
  /** The board the writer came from, if it is one. */
  readonly board: number;
}

export function NewTopicForm({ author, boards, board }: Props) {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const drafting = useDraft(`${author.id}.topic.new`, { title: '', content: '' });
  const { draft, update } = drafting;
  const { title = '', content } = draft;
  const known = (id: number | undefined) => boards.some((each) => each.id === id);
  const boardId = [draft.boardId, board].find(known) ?? boards[0]?.id ?? 0;
  const titleInput = useRef<HTMLInputElement>(null);
  const contentInput = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const isMissing = { title: title.trim() === '', content: content.trim() === '' };

  const opening = useMutation({
    mutationFn: () =>
      drafting.send(({ title = '', content, attempt }) =>
        sendOnce({ title, content, boardId }, attempt, {
          post: addTopic,
          change: ({ id, version }, body) =>
            changed(
              () => editTopic(id, { ...body, version }),
              () => latestTopic(id),
              (now) => now.title === body.title.trim() && now.content.trim() === content.trim(),
            ),
          note: (attempt) => update({ attempt }),
        }),
      ),
    onSuccess: (topic) => putNewTopic(queries, topic),
  });
  const open = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (opening.isPending) return;
    setAsked(true);
    if (isMissing.title) titleInput.current?.focus();
    else if (isMissing.content) contentInput.current?.focus();
    else {
      opening.mutate(undefined, {
        onSuccess: ({ id }) => {
          if (readDraft(`${author.id}.topic.new`)) notify(text('editor.restKept'));
          void navigate(paths.topic(id), { replace: true });
        },
      });
    }
  };
  const waits = useSendAgain(opening, draft.attempt?.waiting === true, open);
  const change = (part: Partial<Draft>) => update({ ...part, attempt: afterChange(draft.attempt) });
  /** Who has written a title goes on with the text; only what is complete is sent. */
  const onTitleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || !isMissing.content) return;
    event.preventDefault();
    contentInput.current?.focus();
  };
  return (
    <form className={css.form} noValidate onSubmit={open}>
      <TextField
        ref={titleInput}
        label={text('post.title')}
        value={title}
        required
        autoComplete="off"
        error={
          asked && isMissing.title
            ? text('compose.missingTitle')
            : fieldError(opening.error, 'title')
        }
        onChange={(event) => change({ title: event.target.value })}
        onKeyDown={onTitleKey}
        onPaste={(event) => {
          if (paste(event.clipboardData, event.currentTarget)) event.preventDefault();
        }}
      />
      <SelectField
        label={text('post.board')}
        value={String(boardId)}
        options={boards.map((each) => [String(each.id), each.title])}
        error={fieldError(opening.error, 'boardId')}
        onChange={(value) => change({ boardId: Number(value) })}
      />
      <Editor
        ref={contentInput}
        label={text('compose.content')}
        placeholder={text('editor.placeholder')}
        value={content}
        max={limits.contentMax}
        error={
          asked && isMissing.content ? text('editor.missing') : fieldError(opening.error, 'content')
        }
        onChange={(value) => change({ content: value })}
        onSubmit={open}
      />
      <DraftNotes drafting={drafting} />
      {waits ? (
        <NotSent error={opening.error} />
      ) : (
        opening.isError && <ProblemNote error={opening.error} />
      )}
      <div className={css.actions}>
        <Button look="primary" type="submit" busy={opening.isPending}>
          {text('compose.open')}
        </Button>
      </div>
    </form>
  );
}
