import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button/Button';
import { Editor } from '@/components/editor/Editor';
import { SelectField } from '@/components/field/SelectField';
import { TextField } from '@/components/field/Field';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import { Conflict } from './Conflict';
import { type Editable, useEditing } from './use-editing';
import css from './edit.module.css';

interface Props {
  readonly place: `topic.${number}` | `reply.${number}`;
  readonly current: Editable;
  /** Where a topic may be moved; a reply stays where it is. */
  readonly boards?: readonly { readonly id: number; readonly title: string }[];
  readonly save: (text: Editable) => Promise<void>;
  readonly latest: () => Promise<Editable>;
  readonly onDone: () => void;
}

export default function EditForm(props: Props) {
  const text = useText();
  const { limits } = useSite();
  const { input, theirs, saving, change, takeTheirs, giveUp } = useEditing(props);
  const submit = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (!saving.isPending && input.content.trim() !== '') saving.mutate();
  };
  return (
    <form className={css.form} onSubmit={submit}>
      {theirs && <Conflict theirs={theirs} mine={input} onTakeTheirs={takeTheirs} />}
      {input.title !== undefined && (
        <TextField
          label={text('post.title')}
          value={input.title}
          required
          error={fieldError(saving.error, 'title')}
          onChange={(event) => change({ title: event.target.value })}
        />
      )}
      {props.boards && (
        <SelectField
          label={text('post.board')}
          value={String(input.boardId)}
          options={props.boards.map((board) => [String(board.id), board.title])}
          error={fieldError(saving.error, 'boardId')}
          onChange={(value) => change({ boardId: Number(value) })}
        />
      )}
      <Editor
        label={text(theirs ? 'edit.yours' : 'edit.label')}
        value={input.content}
        max={limits.contentMax}
        error={fieldError(saving.error, 'content')}
        onChange={(content) => change({ content })}
        onSubmit={submit}
      />
      {saving.isError && <ProblemNote error={saving.error} />}
      <div className={css.actions}>
        <Button onClick={giveUp}>{text('edit.giveUp')}</Button>
        <Button look="primary" type="submit" busy={saving.isPending}>
          {text(theirs ? 'edit.saveOver' : 'action.save')}
        </Button>
      </div>
    </form>
  );
}
