import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import ConfirmDialog from '@/components/dialog/ConfirmDialog';
import { TextField } from '@/components/field/Field';
import { useText } from '@/lib/i18n/use-text';

interface Props {
  readonly title: string;
  readonly body: string;
  readonly action: string;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for the reason of an act. */
export function ReasonDialog({ title, body, action, onConfirm, onClose }: Props) {
  const text = useText();
  const [reason, setReason] = useState('');
  const act = useMutation({ mutationFn: () => onConfirm(reason.trim()) });
  return (
    <ConfirmDialog
      title={title}
      body={body}
      action={action}
      busy={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate()}
      onClose={onClose}
    >
      <TextField
        label={text('moderation.reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
