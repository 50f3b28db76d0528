import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/button/Button';
import { secret } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { problemOf } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import { sessionsQuery } from './entities';
import css from './settings.module.css';

export default function PasswordSettings() {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const changing = useMutation({
    mutationFn: (body: { oldPassword: string; newPassword: string }) =>
      answerTo(api.POST('/api/setting/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const { error } = changing;
  const { props, errors } = useCheckedForm({
    rules: {
      oldPassword: secret(),
      newPassword: secret({ min: limits.passwordMin, max: limits.passwordMax }),
    },
    error,
    busy: changing.isPending,
    onSend: (body, form) => changing.mutate(body, { onSuccess: () => form.reset() }),
  });
  return (
    <Panel title={text('settings.password')} lead={text('settings.password.lead')}>
      <form className={css.form} {...props}>
        <TextField
          label={text('settings.password.old')}
          name="oldPassword"
          type="password"
          autoComplete="current-password"
          required
          error={errors.oldPassword}
        />
        <TextField
          label={text('account.newPassword')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          hint={text('account.passwordHint', { min: limits.passwordMin })}
          error={errors.newPassword}
        />
        {error && !problemOf(error)?.errors?.length && <ProblemNote error={error} />}
        {changing.isSuccess && <Note good>{text('settings.password.done')}</Note>}
        <div className={css.actions}>
          <Button look="primary" type="submit" busy={changing.isPending}>
            {text('settings.password.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
