import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '@/components/button/Button';
import { problemBody } from '@/components/state/problem-text';
import { answerTo, api } from '@/lib/api/client';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { randomUuid } from '@/lib/uuid';
import { refreshContacts } from './contact-entities';

/** Opens the conversation with a member: the one there is, or a new one. */
export function MessageButton({ memberId }: { readonly memberId: number }) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = useRef<string>(undefined);
  const opening = useMutation({
    mutationFn: () => {
      key.current ??= randomUuid();
      const header = { 'Idempotency-Key': key.current };
      return answerTo(
        api.POST('/api/chat/new', { params: { header }, body: { userId: memberId } }),
      );
    },
    onSuccess: async ({ roomId }) => {
      void refreshContacts(queries);
      await navigate(paths.chat(roomId));
    },
    onError: (error) => notify(problemBody(error, text)),
  });
  return (
    <Button look="primary" busy={opening.isPending} onClick={() => opening.mutate()}>
      <MessagesSquare aria-hidden />
      {text('member.message')}
    </Button>
  );
}
