import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button/Button';
import { TextField } from '@/components/field/Field';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { fieldError } from '@/lib/api/field-errors';
import { formText } from '@/lib/form';
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
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const body = {
      oldPassword: formText(form, 'oldPassword'),
      newPassword: formText(form, 'newPassword'),
    };
    if (!changing.isPending) changing.mutate(body, { onSuccess: () => element.reset() });
  };
  const { error } = changing;
  return (
    <Panel title={text('settings.password')} lead={text('settings.password.lead')}>
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={text('settings.password.old')}
          name="oldPassword"
          type="password"
          autoComplete="current-password"
          required
          error={fieldError(error, 'oldPassword')}
        />
        <TextField
          label={text('account.newPassword')}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          required
          hint={text('account.passwordHint', { min: limits.passwordMin })}
          error={fieldError(error, 'newPassword')}
        />
        {error && <ProblemNote error={error} />}
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
