import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { type Group, refreshAdmin } from './entities';
import css from './form.module.css';

const ConfirmDialog = lazy(() => import('@/components/dialog/ConfirmDialog'));

/** Deletes a group; the server refuses where a board's rights name it, and says which. */
export function GroupDeletion({ group }: { readonly group: Group }) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const deleting = useMutation({
    mutationFn: () =>
      answerTo(api.DELETE('/api/admin/groups/{id}', { params: { path: { id: group.id } } })),
    onSuccess: async () => {
      notify(text('admin.group.deleted', { name: group.name }));
      await navigate('?', { replace: true });
      await refreshAdmin(queries);
    },
  });
  return (
    <Panel title={text('admin.group.delete')} lead={text('admin.group.deleteLead')}>
      <div className={css.actions}>
        <Button
          look="danger"
          onClick={() => {
            deleting.reset();
            setAsking(true);
          }}
        >
          {text('admin.group.delete')}
        </Button>
      </div>
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={text('admin.group.deleteTitle', { name: group.name })}
            body={text('admin.group.deleteBody', { count: group.members })}
            action={text('admin.group.delete')}
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
