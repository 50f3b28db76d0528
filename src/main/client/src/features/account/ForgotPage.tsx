import { useMutation } from '@tanstack/react-query';
import type { SyntheticEvent } from 'react';
import { Link } from 'react-router';
import { Button } from '@/components/button/Button';
import { TextField } from '@/components/field/Field';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import { formText } from '@/lib/form';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { Card } from './Card';
import { sendReset } from './commands';
import css from './account.module.css';

export default function ForgotPage() {
  const text = useText();
  const sending = useMutation({ mutationFn: sendReset });
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!sending.isPending) sending.mutate(formText(new FormData(event.currentTarget), 'email'));
  };
  return (
    <Card
      title={text('forgot.title')}
      lead={text('forgot.lead')}
      footer={<Link to={paths.login}>{text('forgot.back')}</Link>}
    >
      {sending.isSuccess ? (
        <Note good>{text('forgot.sent')}</Note>
      ) : (
        <form className={css.form} onSubmit={submit}>
          <TextField
            label={text('account.email')}
            name="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="email"
            required
            error={fieldError(sending.error, 'email')}
          />
          {sending.isError && <ProblemNote error={sending.error} />}
          <Button look="primary" type="submit" busy={sending.isPending}>
            {text('forgot.submit')}
          </Button>
        </form>
      )}
    </Card>
  );
}
