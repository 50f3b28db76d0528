import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { line, optional } from '@/components/field/checks';
import { Field, TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { useCheckedForm } from '@/components/field/use-checked-form';
import fieldCss from '@/components/field/field.module.css';
import { Panel } from '@/components/panel/Panel';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { problemOf } from '@/lib/api/problem';
import { refreshBoards } from './refresh-boards';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { ColourField } from './ColourField';
import { type AdminBoard, refreshAdmin } from './entities';
import css from './form.module.css';

const KINDS = ['discussion', 'questions', 'announcements'] as const;
const TITLE_MAX = 100;
const SLUG_MAX = 80;
const DESCRIPTION_MAX = 500;

interface Props {
  readonly board: AdminBoard | undefined;
  readonly all: readonly AdminBoard[];
}

/** What a board is called and how it is shown. */
export function BoardForm({ board, all }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(board?.title ?? '');
  const [colour, setColour] = useState(board?.colour ?? '');
  const [kind, setKind] = useState<AdminBoard['kind']>(board?.kind ?? 'discussion');
  const [parentId, setParentId] = useState(board?.parentId ?? 0);
  const [archived, setArchived] = useState(board?.archived ?? false);

  const saving = useMutation({
    mutationFn: ({ slug, description }: Readonly<Record<'slug' | 'description', string>>) => {
      const given = { title, description, colour, kind, parentId, archived };
      const body = slug.trim() === '' ? given : { ...given, slug };
      return answerTo(
        board
          ? api.PUT('/api/admin/boards/{id}', { params: { path: { id: board.id } }, body })
          : api.POST('/api/admin/boards', { body }),
      );
    },
    onSuccess: async (saved) => {
      void refreshBoards(queries);
      await refreshAdmin(queries);
      if (board) return;
      notify(text('admin.board.added', { title: saved.title }));
      await navigate(`?board=${saved.id}`, { replace: true });
    },
  });
  const { error } = saving;
  const { props, errors } = useCheckedForm({
    rules: {
      title: line({ max: TITLE_MAX }),
      slug: board ? line({ max: SLUG_MAX }) : optional({ max: SLUG_MAX }),
      description: optional({ max: DESCRIPTION_MAX }),
      parentId: optional({}),
    },
    error,
    busy: saving.isPending,
    onSend: (values) => saving.mutate(values),
  });
  // Boards are nested one level deep.
  const hasBelow = board !== undefined && all.some((each) => each.parentId === board.id);
  const parents = all.filter(
    (each) => each.id !== board?.id && each.parentId === null && each.merging === null && !hasBelow,
  );
  return (
    <Panel title={text('admin.board.about')}>
      <form className={css.form} {...props}>
        <TextField
          label={text('admin.board.title')}
          name="title"
          value={title}
          required
          autoComplete="off"
          error={errors.title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={text('admin.board.slug')}
          name="slug"
          defaultValue={board?.slug}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          hint={text(board ? 'admin.board.slugHint' : 'admin.board.slugNewHint')}
          error={errors.slug}
        />
        <Field
          label={text('admin.board.description')}
          hint={text('admin.board.descriptionHint')}
          error={errors.description}
        >
          {(control) => (
            <textarea
              className={fieldCss.input}
              name="description"
              rows={2}
              dir="auto"
              defaultValue={board?.description}
              {...control}
            />
          )}
        </Field>
        <ColourField
          value={colour}
          sample={{ id: board?.id ?? 0, title: title.trim() || text('admin.board.title') }}
          onChange={setColour}
        />
        <SelectField
          label={text('admin.board.kind')}
          value={kind}
          options={KINDS.map((each) => [each, text(`admin.kind.${each}`)])}
          hint={text(`admin.kindHint.${kind}`)}
          onChange={(value) => setKind(KINDS.find((each) => each === value) ?? 'discussion')}
        />
        <SelectField
          label={text('admin.board.parent')}
          value={String(parentId)}
          options={[
            ['0', text('admin.board.noParent')],
            ...parents.map(({ id, title: name }) => [String(id), name] as const),
          ]}
          hint={hasBelow ? text('admin.board.hasBelow') : undefined}
          error={errors.parentId}
          onChange={(value) => setParentId(Number(value))}
        />
        <label className={css.choice}>
          <input
            type="checkbox"
            checked={archived}
            onChange={(event) => setArchived(event.target.checked)}
          />
          <span>
            {text('admin.board.archive')}
            <span className={css.hint}>{text('admin.board.archiveHint')}</span>
          </span>
        </label>
        {error && !problemOf(error)?.errors?.length && <ProblemNote error={error} />}
        {saving.isSuccess && <Note good>{text('admin.saved')}</Note>}
        <div className={css.actions}>
          <Button look="primary" type="submit" busy={saving.isPending}>
            {text(board ? 'action.save' : 'admin.board.add')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
