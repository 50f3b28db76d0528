import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/button/Button';
import { SelectField } from '@/components/field/SelectField';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { Note } from '@/components/state/Note';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { refreshBoards } from './refresh-boards';
import { useText } from '@/lib/i18n/use-text';
import { type BoardRights, boardRightsQuery, type Group, groupsQuery } from './entities';
import { ADMINS, groupHint, groupName, isBuiltIn } from './group-name';
import css from './form.module.css';

const RIGHTS = ['see', 'reply', 'open'] as const;
/** The groups that everybody is in can moderate nothing. */
const LARGE = 2;

/** Which groups see a board, write in it and moderate it. */
export function BoardRightsForm({ boardId }: { readonly boardId: number }) {
  const text = useText();
  const rights = useQuery(boardRightsQuery(boardId));
  const groups = useQuery(groupsQuery);
  const failed = [rights, groups].find(({ isError, data }) => isError && !data);
  return (
    <Panel title={text('admin.rights')} lead={text('admin.rights.lead')}>
      {failed ? (
        <ProblemState level="part" error={failed.error} onRetry={() => void failed.refetch()} />
      ) : rights.data && groups.data ? (
        <RightsForm boardId={boardId} rights={rights.data} groups={groups.data.items} />
      ) : (
        <Loading />
      )}
    </Panel>
  );
}

interface Props {
  readonly boardId: number;
  readonly rights: BoardRights;
  readonly groups: readonly Group[];
}

function RightsForm({ boardId, rights, groups }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(rights);
  const [missing, setMissing] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      answerTo(
        api.PUT('/api/admin/boards/{id}/permissions', {
          params: { path: { id: boardId } },
          body: wanted,
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(boardRightsQuery(boardId).queryKey, saved);
      setWanted(saved);
      void refreshBoards(queries);
    },
  });
  const change = (next: Partial<BoardRights>) => {
    setWanted({ ...wanted, ...next });
    setMissing(false);
    saving.reset();
  };
  const moderating = groups.filter(({ id }) => id > LARGE || wanted.moderate.includes(id));
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (saving.isPending) return;
        if (wanted.moderate.length === 0) setMissing(true);
        else saving.mutate();
      }}
    >
      {RIGHTS.map((right) => (
        <SelectField
          key={right}
          label={text(`admin.rights.${right}`)}
          value={String(wanted[right])}
          options={groups.map((group) => [String(group.id), groupName(group, text)])}
          hint={explained(wanted[right])}
          onChange={(id) => change({ [right]: Number(id) })}
        />
      ))}
      <fieldset className={css.choices}>
        <legend className={css.legend}>{text('admin.rights.moderate')}</legend>
        <p className={css.hint}>{text('admin.rights.moderateHint')}</p>
        {moderating.map((group) => (
          <label key={group.id} className={css.choice}>
            <input
              type="checkbox"
              checked={wanted.moderate.includes(group.id)}
              onChange={(event) =>
                change({
                  moderate: event.target.checked
                    ? [...wanted.moderate, group.id]
                    : wanted.moderate.filter((id) => id !== group.id),
                })
              }
            />
            {groupName(group, text)}
          </label>
        ))}
      </fieldset>
      {missing && <Note>{text('admin.rights.nobody')}</Note>}
      {saving.isError && <ProblemNote error={saving.error} />}
      {saving.isSuccess && <Note good>{text('admin.rights.saved')}</Note>}
      <div className={css.actions}>
        <Button look="primary" type="submit" busy={saving.isPending}>
          {text('admin.rights.save')}
        </Button>
      </div>
    </form>
  );

  function explained(id: number): string {
    const group = groups.find((each) => each.id === id);
    if (!group || isBuiltIn(group)) return groupHint(group?.id ?? ADMINS, text);
    return text('admin.rights.own', { count: group.members });
  }
}
