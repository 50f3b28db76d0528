import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import ConfirmDialog from '@/components/dialog/ConfirmDialog';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import type { Topic } from '@/lib/api/types';
import { boardsQuery } from '@/lib/entities/board';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { randomUuid } from '@/lib/uuid';
import { mergeTopic, moveTopic, splitTopic } from './entities';
import { ReplyChoice } from './ReplyChoice';
import { topicIdIn } from './topic-id';

export type Transfer = 'move' | 'merge' | 'split';

interface Props {
  readonly kind: Transfer;
  readonly topic: Topic;
  readonly onClose: () => void;
}

/** Asks where a topic, or some of its replies, shall go. */
export default function TransferDialog({ kind, topic, onClose }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const boards = useQuery(boardsQuery).data?.items ?? [];
  const [key] = useState(randomUuid);
  const [boardId, setBoardId] = useState(topic.board.id);
  const [other, setOther] = useState('');
  const [title, setTitle] = useState('');
  const [replyIds, setReplyIds] = useState<readonly number[]>([]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const into = topicIdIn(other);
  const missing = {
    other: kind === 'merge' && into === undefined ? text('moderation.merge.missing') : undefined,
    title: kind === 'split' && !title.trim() ? text('moderation.split.missingTitle') : undefined,
    replies:
      kind === 'split' && replyIds.length === 0 ? text('moderation.split.missing') : undefined,
  };
  const act = useMutation({
    mutationFn: async () => {
      const why = reason.trim();
      if (kind === 'move') {
        await moveTopic(queries, topic.id, boardId, why);
        return undefined;
      }
      if (kind === 'merge') {
        await mergeTopic(queries, topic.id, into ?? 0, why);
        return into;
      }
      const draft = { replyIds: [...replyIds], title: title.trim(), boardId, reason: why };
      return splitTopic(queries, topic.id, draft, key);
    },
    onSuccess: (goTo) => {
      notify(text('moderation.done'));
      onClose();
      if (goTo !== undefined) void navigate(paths.topic(goTo));
    },
  });
  const confirm = () => {
    setAsked(true);
    if (!missing.other && !missing.title && !missing.replies) act.mutate();
  };
  return (
    <ConfirmDialog
      title={text(`moderation.${kind}.title`)}
      body={text(`moderation.${kind}.body`)}
      action={text(`moderation.${kind}`)}
      busy={act.isPending}
      error={act.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {kind === 'merge' && (
        <TextField
          label={text('moderation.merge.into')}
          value={other}
          error={asked ? missing.other : undefined}
          onChange={(event) => setOther(event.target.value)}
        />
      )}
      {kind === 'split' && (
        <>
          <ReplyChoice
            replies={topic.replies.items}
            chosen={replyIds}
            error={asked ? missing.replies : undefined}
            onChoose={setReplyIds}
          />
          <TextField
            label={text('moderation.split.newTitle')}
            value={title}
            maxLength={200}
            error={asked ? missing.title : undefined}
            onChange={(event) => setTitle(event.target.value)}
          />
        </>
      )}
      {kind !== 'merge' && (
        <SelectField
          label={text('moderation.board')}
          value={String(boardId)}
          options={boards.map((board) => [String(board.id), board.title])}
          onChange={(value) => setBoardId(Number(value))}
        />
      )}
      <TextField
        label={text('moderation.reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
