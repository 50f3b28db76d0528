import { Pencil } from 'lucide-react';
import { lazy } from 'react';
import { Action } from '@/components/action/Action';
import type { PostActionProps, PostOverlay } from '@/components/slot/slots';
import { useText } from '@/lib/i18n/use-text';

const editor: PostOverlay = { Overlay: lazy(() => import('./EditPost')), replacesText: true };

export function EditAction({ topic, reply, open }: PostActionProps) {
  const text = useText();
  if (!(reply ?? topic).permissions.edit) return null;
  return (
    <Action
      label={text('action.edit')}
      icon={<Pencil aria-hidden />}
      onSelect={() => open(editor)}
    />
  );
}
