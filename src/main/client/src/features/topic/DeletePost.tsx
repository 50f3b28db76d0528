import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import ConfirmDialog from '@/components/dialog/ConfirmDialog';
import type { PostProps } from '@/components/slot/slots';
import { dropReply, dropTopic } from '@/lib/entities/topic-writes';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { remove } from './commands';

interface Props extends PostProps {
  readonly onDone: () => void;
}

/** What the reader goes on from when the reply is gone: the next one, else the one before, else the page's heading. */
function besideReply(floor: number): HTMLElement | null {
  const item = document.getElementById(`floor-${floor}`);
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return beside instanceof HTMLElement ? beside : document.querySelector('h1');
}

/** Asks whether the post shall be deleted, and does it. */
export default function DeletePost({ topic, reply, onDone }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const next = useRef<HTMLElement>(null);
  const kind = reply ? 'reply' : 'topic';
  const deletion = useMutation({
    mutationFn: () => remove(kind, (reply ?? topic).id),
    onSuccess: async () => {
      notify(text(`topic.deleted.${kind}`));
      if (reply) {
        next.current = besideReply(reply.floor);
        onDone();
        await dropReply(queries, reply);
      } else {
        await navigate(paths.home);
        dropTopic(queries, topic);
      }
    },
  });
  return (
    <ConfirmDialog
      title={text(`topic.delete.${kind}.title`)}
      body={text(`topic.delete.${kind}.body`)}
      action={text('action.delete')}
      busy={deletion.isPending}
      error={deletion.error}
      onConfirm={() => deletion.mutate()}
      onClose={onDone}
      focusAfter={() => next.current}
    />
  );
}
