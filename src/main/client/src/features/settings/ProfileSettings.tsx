import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/button/Button';
import {
  email as emailRule,
  optional,
  secret,
  username as usernameRule,
} from '@/components/field/checks';
import { Field, TextField } from '@/components/field/Field';
import { useCheckedForm } from '@/components/field/use-checked-form';
import fieldCss from '@/components/field/field.module.css';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { problemOf } from '@/lib/api/problem';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { lengthOf } from '@/lib/length';
import { useSite } from '@/lib/entities/site';
import { putOwnProfile } from '@/lib/entities/member';
import { AddressState } from './AddressState';
import css from './settings.module.css';

export default function ProfileSettings({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const { limits } = useSite();
  const queries = useQueryClient();
  const [username, setUsername] = useState(member.username);
  const [email, setEmail] = useState(member.email);
  const [password, setPassword] = useState('');
  const [signature, setSignature] = useState(member.signature);
  const moves = email !== member.email;
  const saving = useMutation({
    mutationFn: () =>
      answerTo(
        api.POST('/api/setting/profile', {
          // Only what was changed: another address needs the password.
          body: {
            ...(username !== member.username && { username }),
            ...(moves && { email, currentPassword: password }),
            ...(signature !== member.signature && { signature }),
          },
        }),
      ),
    onSuccess: (changed) => {
      putOwnProfile(queries, changed);
      // Until the new address is verified, the old one is shown.
      setEmail(changed.email);
      setPassword('');
    },
  });
  const { error } = saving;
  const { props, errors } = useCheckedForm({
    rules: {
      username: usernameRule({ min: limits.usernameMin, max: limits.usernameMax }),
      email: emailRule,
      signature: optional({ max: limits.signatureMax }),
      currentPassword: moves ? secret() : optional({}),
    },
    error,
    busy: saving.isPending,
    onSend: () => saving.mutate(),
  });
  return (
    <Panel title={text('settings.profile')} lead={text('settings.profile.lead')}>
      <form className={css.form} {...props}>
        <TextField
          label={text('account.username')}
          name="username"
          value={username}
          autoComplete="username"
          required
          hint={text('account.usernameHint', { min: limits.usernameMin, max: limits.usernameMax })}
          error={errors.username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <TextField
          label={text('account.email')}
          name="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          autoComplete="email"
          required
          hint={<AddressState member={member} />}
          error={errors.email}
          onChange={(event) => setEmail(event.target.value)}
        />
        {moves && (
          <TextField
            label={text('settings.email.password')}
            name="currentPassword"
            type="password"
            value={password}
            autoComplete="current-password"
            required
            hint={text('settings.email.passwordHint')}
            error={errors.currentPassword}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <Field
          label={text('settings.signature')}
          hint={text('editor.count', { count: lengthOf(signature), max: limits.signatureMax })}
          error={errors.signature}
        >
          {(control) => (
            <textarea
              className={fieldCss.input}
              name="signature"
              rows={3}
              dir="auto"
              value={signature}
              onChange={(event) => setSignature(event.target.value)}
              {...control}
            />
          )}
        </Field>
        {error && !problemOf(error)?.errors?.length && <ProblemNote error={error} />}
        {saving.isSuccess && <Note good>{text('settings.saved')}</Note>}
        <div className={css.actions}>
          <Button look="primary" type="submit" busy={saving.isPending}>
            {text('action.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
