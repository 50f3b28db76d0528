import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, type SyntheticEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button/Button';
import { TextField } from '@/components/field/Field';
import { ProblemNote } from '@/components/state/Problem';
import { fieldError } from '@/lib/api/field-errors';
import { type Attempt, attemptFor } from '@/lib/drafts';
import { formText } from '@/lib/form';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { nextPath, paths } from '@/lib/paths';
import { startSession } from '@/lib/entities/session';
import { useSite } from '@/lib/entities/site';
import { Card } from './Card';
import { register } from './commands';
import css from './account.module.css';

export default function RegisterPage() {
  const text = useText();
  const { name, limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const attempt = useRef<Attempt>(undefined);
  const registering = useMutation({
    mutationFn: (form: FormData) => {
      const body = {
        username: formText(form, 'username'),
        email: formText(form, 'email'),
        password: formText(form, 'password'),
      };
      attempt.current = attemptFor(body, attempt.current);
      return register(body, attempt.current.key);
    },
    onSuccess: async ({ user }) => {
      startSession(queries, user);
      notify(text('register.welcome', { name: user.username }));
      await navigate(nextPath(search), { replace: true });
    },
  });
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!registering.isPending) registering.mutate(new FormData(event.currentTarget));
  };
  const { error } = registering;
  const fields = ['username', 'email', 'password'] as const;
  return (
    <Card
      title={text('register.title')}
      lead={text('register.lead', { site: name })}
      footer={
        <>
          {text('register.haveAccount')}{' '}
          <Link to={{ pathname: paths.login, search: search.toString() }}>
            {text('action.signIn')}
          </Link>
        </>
      }
    >
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={text('account.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint={text('account.usernameHint', { min: limits.usernameMin, max: limits.usernameMax })}
          error={fieldError(error, 'username')}
        />
        <TextField
          label={text('account.email')}
          name="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="email"
          required
          error={fieldError(error, 'email')}
        />
        <TextField
          label={text('account.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint={text('account.passwordHint', { min: limits.passwordMin })}
          error={fieldError(error, 'password')}
        />
        {error && !fields.some((field) => fieldError(error, field)) && (
          <ProblemNote error={error} />
        )}
        <Button look="primary" type="submit" busy={registering.isPending}>
          {text('register.submit')}
        </Button>
      </form>
    </Card>
  );
}
