import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Button } from '@/components/button/Button';
import { email } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { Card } from './Card';
import { sendReset } from './commands';
import css from './account.module.css';

export default function ForgotPage() {
  const text = useText();
  const sending = useMutation({ mutationFn: sendReset });
  const { error } = sending;
  const { props, errors } = useCheckedForm({
    rules: { email },
    error,
    busy: sending.isPending,
    onSend: (values) => sending.mutate(values.email),
  });
  return (
    <Card
      title={text('forgot.title')}
      lead={text('forgot.lead')}
      footer={<Link to={paths.login}>{text('forgot.back')}</Link>}
    >
      {sending.isSuccess ? (
        <Note good>{text('forgot.sent')}</Note>
      ) : (
        <form className={css.form} {...props}>
          <TextField
            label={text('account.email')}
            name="email"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="email"
            required
            error={errors.email}
          />
          {error && !errors.email && <ProblemNote error={error} />}
          <Button look="primary" type="submit" busy={sending.isPending}>
            {text('forgot.submit')}
          </Button>
        </form>
      )}
    </Card>
  );
}
