import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Action, ActionSeparator } from '@/components/action/Action';
import { problemBody } from '@/components/state/problem-text';
import { leaveSession } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { signOut } from './commands';

export function SignOut() {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate(paths.home);
      leaveSession(queries);
      notify(text('account.signedOut'));
    },
    onError: (error) => notify(problemBody(error, text)),
  });
  return (
    <>
      <ActionSeparator />
      <Action
        label={text('account.signOut')}
        icon={<LogOut aria-hidden />}
        onSelect={() => leaving.mutate()}
      />
    </>
  );
}
