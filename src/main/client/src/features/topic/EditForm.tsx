import { type SyntheticEvent, useRef, useState } from 'react';
import { Button } from '@/components/button/Button';
import { DraftNotes } from '@/components/editor/DraftNotes';
import { Editor } from '@/components/editor/Editor';
import { SelectField } from '@/components/field/SelectField';
import { TextField } from '@/components/field/Field';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import { Conflict } from './Conflict';
import { type Editable, useEditing } from './use-editing';
import css from './edit.module.css';
import { laterMessages } from './later-messages';

await laterMessages;

interface Props {
  readonly place: `topic.${number}` | `reply.${number}`;
  readonly current: Editable;
  /** Where a topic may be moved; a reply stays where it is. */
  readonly boards?: readonly { readonly id: number; readonly title: string }[];
  /** Gives the text as it is then. */
  readonly save: (text: Editable) => Promise<Editable>;
  readonly latest: () => Promise<Editable>;
  readonly onDone: () => void;
}

export default function EditForm(props: Props) {
  const text = useText();
  const { limits } = useSite();
  const editing = useEditing(props);
  const { input, theirs, saving, change } = editing;
  const title = useRef<HTMLInputElement>(null);
  const content = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const missing = {
    title: asked && input.title?.trim() === '' ? text('edit.missingTitle') : undefined,
    content: asked && input.content.trim() === '' ? text('editor.missing') : undefined,
  };
  const submit = (event?: SyntheticEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (input.title?.trim() === '') title.current?.focus();
    else if (input.content.trim() === '') content.current?.focus();
    else editing.submit();
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      {theirs && <Conflict theirs={theirs} mine={input} onTakeTheirs={editing.takeTheirs} />}
      {input.title !== undefined && (
        <TextField
          ref={title}
          label={text('post.title')}
          value={input.title}
          required
          error={missing.title ?? fieldError(saving.error, 'title')}
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
        ref={content}
        label={text(theirs ? 'edit.yours' : 'edit.label')}
        value={input.content}
        max={limits.contentMax}
        error={missing.content ?? fieldError(saving.error, 'content')}
        onChange={(content) => change({ content })}
        onSubmit={submit}
      />
      <DraftNotes drafting={editing.drafting} discardable={false} />
      {editing.hasTypedOn && <Note good>{text('edit.savedTypedOn')}</Note>}
      {saving.isError && <ProblemNote error={saving.error} />}
      <div className={css.actions}>
        <Button onClick={editing.giveUp}>{text('edit.giveUp')}</Button>
        <Button look="primary" type="submit" busy={saving.isPending}>
          {text(theirs ? 'edit.saveOver' : 'action.save')}
        </Button>
      </div>
    </form>
  );
}
