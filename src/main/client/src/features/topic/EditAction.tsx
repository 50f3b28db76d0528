import { Pencil } from 'lucide-react';
import { Action } from '@/components/action/Action';
import { lazyPart } from '@/components/slot/lazy-part';
import type { PostActionProps, PostOverlay } from '@/components/slot/slots';
import { useText } from '@/lib/i18n/use-text';

export const editor: PostOverlay = {
  Overlay: lazyPart(() => import('./EditPost')),
  replacesText: true,
};

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
