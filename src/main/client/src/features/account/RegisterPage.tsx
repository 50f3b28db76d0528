import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button } from '@/components/button/Button';
import { email, secret, username } from '@/components/field/checks';
import { TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import { ProblemNote } from '@/components/state/Problem';
import { problemOf } from '@/lib/api/problem';
import { type Attempt, attemptFor } from '@/lib/drafts';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { nextPath, paths } from '@/lib/paths';
import { startSession } from '@/lib/entities/session';
import { useSite } from '@/lib/entities/site';
import { Card } from './Card';
import { register, type Registration } from './commands';
import css from './account.module.css';

export default function RegisterPage() {
  const text = useText();
  const { name, limits } = useSite();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const attempt = useRef<Attempt>(undefined);
  const registering = useMutation({
    mutationFn: (body: Registration) => {
      attempt.current = attemptFor(body, attempt.current);
      return register(body, attempt.current.key);
    },
    onSuccess: async ({ user }) => {
      startSession(queries, user);
      notify(text('register.welcome', { name: user.username }));
      await navigate(nextPath(search), { replace: true });
    },
  });
  const { error } = registering;
  const { props, errors } = useCheckedForm({
    rules: {
      username: username({ min: limits.usernameMin, max: limits.usernameMax }),
      email,
      password: secret({ min: limits.passwordMin, max: limits.passwordMax }),
    },
    error,
    busy: registering.isPending,
    onSend: (body) => registering.mutate(body),
  });
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
      <form className={css.form} {...props}>
        <TextField
          label={text('account.username')}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint={text('account.usernameHint', { min: limits.usernameMin, max: limits.usernameMax })}
          error={errors.username}
        />
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
        <TextField
          label={text('account.password')}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          hint={text('account.passwordHint', { min: limits.passwordMin })}
          error={errors.password}
        />
        {error && !problemOf(error)?.errors?.length && <ProblemNote error={error} />}
        <Button look="primary" type="submit" busy={registering.isPending}>
          {text('register.submit')}
        </Button>
      </form>
    </Card>
  );
}
