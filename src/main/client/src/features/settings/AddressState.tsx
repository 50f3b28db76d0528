import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/button/Button';
import { problemBody } from '@/components/state/problem-text';
import { answerTo, api } from '@/lib/api/client';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import css from './settings.module.css';

/** Whether the address is verified, and which one waits for its mailed link; the mail can be had once more. */
export function AddressState({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const sending = useMutation({
    mutationFn: () => answerTo(api.POST('/api/email/send')),
    onSuccess: () => notify(text('settings.email.resent')),
    onError: (error) => notify(problemBody(error, text)),
  });
  const pending = member.pendingEmail ?? '';
  if (!pending && member.email === '') return text('settings.email.none');
  if (!pending && member.emailVerified) return text('settings.email.verified');
  return (
    <span className={css.unverified}>
      {pending
        ? text('settings.email.pending', { email: pending })
        : text('settings.email.unverified')}
      <Button small busy={sending.isPending} onClick={() => sending.mutate()}>
        {text('settings.email.resend')}
      </Button>
    </span>
  );
}
