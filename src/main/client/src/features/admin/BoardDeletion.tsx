import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { SelectField } from '@/components/field/SelectField';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { refreshBoards } from './refresh-boards';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { type AdminBoard, refreshAdmin } from './entities';
import css from './form.module.css';

const ConfirmDialog = lazy(() => import('@/components/dialog/ConfirmDialog'));

interface Props {
  readonly board: AdminBoard;
  readonly all: readonly AdminBoard[];
}

/** Deletes a board. Its topics go to another one, which makes it the way to merge two. */
export function BoardDeletion({ board, all }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [into, setInto] = useState('');
  const [asking, setAsking] = useState(false);
  const target = all.find(({ id }) => String(id) === into);
  const deleting = useMutation({
    mutationFn: () =>
      answerTo(
        api.DELETE('/api/admin/boards/{id}', {
          params: { path: { id: board.id }, query: target ? { moveTo: target.id } : {} },
        }),
      ),
    onSuccess: async () => {
      void refreshBoards(queries);
      await refreshAdmin(queries);
      notify(text(target ? 'admin.board.moving' : 'admin.board.deleted', { title: board.title }));
      await navigate('?', { replace: true });
    },
  });
  const others = all.filter(({ id, merging }) => id !== board.id && merging === null);
  const needsPlace = board.topicCount > 0;
  const body = target
    ? text('admin.board.mergeBody', { into: target.title, count: board.topicCount })
    : text('admin.board.deleteBody');
  return (
    <Panel title={text('admin.board.delete')} lead={text('admin.board.deleteLead')}>
      <div className={css.form}>
        <SelectField
          label={text('admin.board.moveTo')}
          value={into}
          options={[
            ['', text(needsPlace ? 'admin.board.choose' : 'admin.board.nowhere')],
            ...others.map(({ id, title }) => [String(id), title] as const),
          ]}
          hint={text('admin.board.moveToHint', { count: board.topicCount })}
          onChange={setInto}
        />
        <div className={css.actions}>
          <Button
            look="danger"
            disabled={needsPlace && !target}
            onClick={() => {
              deleting.reset();
              setAsking(true);
            }}
          >
            {text(target ? 'admin.board.merge' : 'admin.board.delete')}
          </Button>
        </div>
      </div>
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={text('admin.board.deleteTitle', { title: board.title })}
            body={body}
            action={text(target ? 'admin.board.merge' : 'admin.board.delete')}
            busy={deleting.isPending}
            error={deleting.error}
            onConfirm={() => deleting.mutate()}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </Panel>
  );
}
