import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { line } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { Panel } from '@/components/panel/Panel';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { problemOf } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { ColourField } from './ColourField';
import { type Group, refreshAdmin } from './entities';
import { permissionName } from './words';
import css from './form.module.css';

const NAME_MAX = 50;

interface Props {
  readonly group: Group | undefined;
  readonly permissions: readonly string[];
}

/** What a group is called, and what it may do beyond the boards. */
export function GroupForm({ group, permissions }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(group?.name ?? '');
  const [colour, setColour] = useState(group?.colour ?? '');
  const [granted, setGranted] = useState<readonly string[]>(group?.permissions ?? []);
  const saving = useMutation({
    mutationFn: () => {
      const body = { name, colour, permissions: [...granted] };
      return answerTo(
        group
          ? api.PUT('/api/admin/groups/{id}', { params: { path: { id: group.id } }, body })
          : api.POST('/api/admin/groups', { body }),
      );
    },
    onSuccess: async (saved) => {
      await refreshAdmin(queries);
      if (group) return;
      notify(text('admin.group.added', { name: saved.name }));
      await navigate(`?group=${saved.id}`, { replace: true });
    },
  });
  const { error } = saving;
  const { props, errors } = useCheckedForm({
    rules: { name: line({ max: NAME_MAX }) },
    error,
    busy: saving.isPending,
    onSend: () => saving.mutate(),
  });
  return (
    <Panel title={text('admin.group.about')}>
      <form className={css.form} {...props}>
        <TextField
          label={text('admin.group.name')}
          name="name"
          value={name}
          required
          autoComplete="off"
          error={errors.name}
          onChange={(event) => setName(event.target.value)}
        />
        <ColourField
          value={colour}
          sample={{ id: group?.id ?? 0, title: name.trim() || text('admin.group.name') }}
          onChange={setColour}
        />
        <fieldset className={css.choices}>
          <legend className={css.legend}>{text('admin.group.permissions')}</legend>
          <p className={css.hint}>{text('admin.group.permissionsHint')}</p>
          {permissions.map((permission) => (
            <label key={permission} className={css.choice}>
              <input
                type="checkbox"
                checked={granted.includes(permission)}
                onChange={(event) =>
                  setGranted(
                    event.target.checked
                      ? [...granted, permission]
                      : granted.filter((each) => each !== permission),
                  )
                }
              />
              {permissionName(permission, text)}
            </label>
          ))}
        </fieldset>
        {error && !problemOf(error)?.errors?.length && <ProblemNote error={error} />}
        {saving.isSuccess && <Note good>{text('admin.saved')}</Note>}
        <div className={css.actions}>
          <Button look="primary" type="submit" busy={saving.isPending}>
            {text(group ? 'action.save' : 'admin.group.add')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
