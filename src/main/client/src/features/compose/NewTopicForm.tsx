import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { Editor } from '@/components/editor/Editor';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { fieldError } from '@/lib/api/field-errors';
import type { Board, CurrentUser } from '@/lib/api/types';
import { attemptFor } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { putNewTopic } from '@/lib/entities/topic-writes';
import { useSite } from '@/lib/entities/site';
import { useDraft } from '@/lib/use-draft';
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
  const { draft, restored, update, drop } = useDraft(`${author.id}.topic.new`, {
    title: '',
    content: '',
  });
  const { title = '', content } = draft;
  const known = (id: number | undefined) => boards.some((each) => each.id === id);
  const boardId = [draft.boardId, board].find(known) ?? boards[0]?.id ?? 0;
  const ready = title.trim() !== '' && content.trim() !== '';

  const opening = useMutation({
    mutationFn: () => {
      const body = { title, content, boardId };
      const attempt = attemptFor(body, draft.attempt);
      update({ attempt });
      const header = { 'Idempotency-Key': attempt.key };
      return answerTo(api.POST('/api/topic/add', { params: { header }, body }));
    },
    onSuccess: async (topic) => {
      drop();
      putNewTopic(queries, topic);
      await navigate(paths.topic(topic.id), { replace: true });
    },
  });
  const open = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (!opening.isPending && ready) opening.mutate();
  };
  return (
    <form className={css.form} onSubmit={open}>
      <TextField
        label={text('post.title')}
        value={title}
        required
        autoComplete="off"
        error={fieldError(opening.error, 'title')}
        onChange={(event) => update({ title: event.target.value })}
      />
      <SelectField
        label={text('post.board')}
        value={String(boardId)}
        options={boards.map((each) => [String(each.id), each.title])}
        error={fieldError(opening.error, 'boardId')}
        onChange={(value) => update({ boardId: Number(value) })}
      />
      <Editor
        label={text('compose.content')}
        placeholder={text('editor.placeholder')}
        value={content}
        max={limits.contentMax}
        error={fieldError(opening.error, 'content')}
        onChange={(value) => update({ content: value })}
        onSubmit={open}
      />
      {opening.isError && <ProblemNote error={opening.error} />}
      <div className={css.actions}>
        {restored && ready && <span className={css.restored}>{text('editor.restored')}</span>}
        <Button look="primary" type="submit" busy={opening.isPending} disabled={!ready}>
          {text('compose.open')}
        </Button>
      </div>
    </form>
  );
}
