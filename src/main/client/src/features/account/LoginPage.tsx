import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button/Button';
import { line, secret } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { hasStatus } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { nextPath, paths } from '@/lib/paths';
import { startSession } from '@/lib/entities/session';
import { Card } from './Card';
import { signIn } from './commands';
import css from './account.module.css';

export default function LoginPage() {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const signingIn = useMutation({
    mutationFn: (values: { username: string; password: string }) =>
      signIn(values.username, values.password),
    onSuccess: async ({ user }) => {
      startSession(queries, user);
      await navigate(nextPath(search), { replace: true });
    },
  });
  const { props, errors } = useCheckedForm({
    rules: { username: line(), password: secret() },
    error: signingIn.error,
    busy: signingIn.isPending,
    onSend: (values) => signingIn.mutate(values),
  });
  return (
    <Card
      title={text('login.title')}
      footer={
        <>
          {text('login.noAccount')}{' '}
          <Link to={{ pathname: paths.register, search: search.toString() }}>
            {text('action.register')}
          </Link>
        </>
      }
    >
      <form className={css.form} {...props}>
        <TextField
          label={text('login.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          error={errors.username}
        />
        <TextField
          label={text('account.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={errors.password}
        />
        <p className={css.beside}>
          <Link to={paths.forgot}>{text('login.forgot')}</Link>
        </p>
        {hasStatus(signingIn.error, 401) ? (
          <Note>{text('login.wrong')}</Note>
        ) : (
          signingIn.isError && <ProblemNote error={signingIn.error} />
        )}
        <Button look="primary" type="submit" busy={signingIn.isPending}>
          {text('action.signIn')}
        </Button>
      </form>
    </Card>
  );
}
