import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button/Button';
import { secret } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { leaveSession } from '@/lib/entities/session';
import { useSite } from '@/lib/entities/site';
import { Card } from './Card';
import { resetPassword } from './commands';
import css from './account.module.css';

/** Where the mailed link leads. Every session of the member ends with the reset, so signing in is what comes next. */
export default function ResetPage() {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const token = useSearchParams()[0].get('token') ?? '';
  const resetting = useMutation({
    mutationFn: (password: string) => resetPassword(token, password),
    onSuccess: async () => {
      leaveSession(queries);
      notify(text('reset.done'));
      await navigate(paths.login, { replace: true });
    },
  });
  const { error } = resetting;
  const { props, errors } = useCheckedForm({
    rules: { password: secret({ min: limits.passwordMin, max: limits.passwordMax }) },
    error,
    busy: resetting.isPending,
    onSend: ({ password }) => resetting.mutate(password),
  });
  const spent = token === '' || fieldError(error, 'token') !== undefined;
  return (
    <Card title={text('reset.title')} footer={<Link to={paths.forgot}>{text('reset.again')}</Link>}>
      {spent ? (
        <Note>{text('reset.spent')}</Note>
      ) : (
        <form className={css.form} {...props}>
          <TextField
            label={text('account.newPassword')}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={text('account.passwordHint', { min: limits.passwordMin })}
            error={errors.password}
          />
          {error && !errors.password && <ProblemNote error={error} />}
          <Button look="primary" type="submit" busy={resetting.isPending}>
            {text('reset.submit')}
          </Button>
        </form>
      )}
    </Card>
  );
}
