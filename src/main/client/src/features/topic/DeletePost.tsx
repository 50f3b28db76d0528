import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { remove } from './commands';

const ConfirmDialog = lazy(() => import('@/components/dialog/ConfirmDialog'));

interface Props {
  readonly kind: 'topic' | 'reply';
  readonly topicId: number;
  readonly id: number;
  readonly onDone: () => void;
}

export function DeletePost({ kind, topicId, id, onDone }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const deletion = useMutation({
    mutationFn: () => remove(kind, id),
    onSuccess: async () => {
      notify(text(`topic.deleted.${kind}`));
      if (kind === 'topic') {
        await navigate(paths.home);
        queries.removeQueries({ queryKey: ['topic', topicId] });
      } else {
        onDone();
        await queries.invalidateQueries({ queryKey: ['topic', topicId] });
      }
      void queries.invalidateQueries({ queryKey: ['topics'] });
      void queries.invalidateQueries({ queryKey: ['boards'] });
    },
  });
  return (
    <Suspense>
      <ConfirmDialog
        title={text(`topic.delete.${kind}.title`)}
        body={text(`topic.delete.${kind}.body`)}
        action={text('action.delete')}
        busy={deletion.isPending}
        error={deletion.error}
        onConfirm={() => deletion.mutate()}
        onClose={onDone}
      />
    </Suspense>
  );
}
