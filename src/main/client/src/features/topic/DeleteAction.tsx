import { Trash2 } from 'lucide-react';
import { Action } from '@/components/action/Action';
import { lazyPart } from '@/components/slot/lazy-part';
import type { PostActionProps, PostOverlay } from '@/components/slot/slots';
import { useText } from '@/lib/i18n/use-text';

const question: PostOverlay = { Overlay: lazyPart(() => import('./DeletePost')) };

export function DeleteAction({ topic, reply, open }: PostActionProps) {
  const text = useText();
  if (!(reply ?? topic).permissions.delete) return null;
  return (
    <Action
      label={text('action.delete')}
      icon={<Trash2 aria-hidden />}
      onSelect={() => open(question)}
    />
  );
}
