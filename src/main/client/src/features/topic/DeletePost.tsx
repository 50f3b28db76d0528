import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import ConfirmDialog from '@/components/dialog/ConfirmDialog';
import { TextField } from '@/components/field/Field';
import type { PostProps } from '@/components/slot/slots';
import { problemBody } from '@/components/state/problem-text';
import { useMember } from '@/lib/entities/session';
import { refreshTopics } from '@/lib/entities/topic';
import { dropReply, dropTopic } from '@/lib/entities/topic-writes';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { remove, restore } from './commands';
import { laterMessages } from './later-messages';

await laterMessages;

interface Props extends PostProps {
  readonly onDone: () => void;
}

/** What the reader goes on from when the reply is gone: the next one, else the one before, else the page's heading. */
function besideReply(floor: number): HTMLElement | null {
  const item = document.getElementById(`floor-${floor}`);
  const beside = item?.nextElementSibling ?? item?.previousElementSibling;
  return beside instanceof HTMLElement ? beside : document.querySelector('h1');
}

/** Asks whether the post shall be deleted, and does it; who deletes what somebody else wrote says why. */
export default function DeletePost({ topic, reply, onDone }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const next = useRef<HTMLElement>(null);
  const member = useMember();
  const [reason, setReason] = useState('');
  const post = reply ?? topic;
  const kind = reply ? 'reply' : 'topic';
  const undo = () => {
    restore(kind, post.id)
      .then(() => {
        refreshTopics(queries);
        if (!reply) void navigate(paths.topic(topic.id));
      })
      .catch((error: unknown) => notify(problemBody(error, text)));
  };
  const deletion = useMutation({
    mutationFn: () => remove(kind, post.id, reason.trim()),
    onSuccess: async () => {
      notify(text(`topic.deleted.${kind}`), { label: text('action.undo'), act: undo });
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
    >
      {member?.id !== post.author.id && (
        <TextField
          label={text('topic.deleteReason')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </ConfirmDialog>
  );
}
