import { useMutation } from '@tanstack/react-query';
import { Button } from '@/components/button/Button';
import { problemBody } from '@/components/state/problem-text';
import { answerTo, api } from '@/lib/api/client';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import css from './settings.module.css';

/** The address waits for its mailed link to be followed; the mail can be had once more. */
export function Unverified() {
  const text = useText();
  const sending = useMutation({
    mutationFn: () => answerTo(api.POST('/api/email/send')),
    onSuccess: () => notify(text('settings.email.resent')),
    onError: (error) => notify(problemBody(error, text)),
  });
  return (
    <span className={css.unverified}>
      {text('settings.email.unverified')}
      <Button small busy={sending.isPending} onClick={() => sending.mutate()}>
        {text('settings.email.resend')}
      </Button>
    </span>
  );
}
