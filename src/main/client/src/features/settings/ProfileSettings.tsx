import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button/Button';
import { Field, TextField } from '@/components/field/Field';
import fieldCss from '@/components/field/field.module.css';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import { fieldError } from '@/lib/api/field-errors';
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
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate();
  };
  const { error } = saving;
  return (
    <Panel title={text('settings.profile')} lead={text('settings.profile.lead')}>
      <form className={css.form} onSubmit={submit}>
        <TextField
          label={text('account.username')}
          value={username}
          autoComplete="username"
          required
          hint={text('account.usernameHint', { min: limits.usernameMin, max: limits.usernameMax })}
          error={fieldError(error, 'username')}
          onChange={(event) => setUsername(event.target.value)}
        />
        <TextField
          label={text('account.email')}
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          autoComplete="email"
          required
          hint={<AddressState member={member} />}
          error={fieldError(error, 'email')}
          onChange={(event) => setEmail(event.target.value)}
        />
        {moves && (
          <TextField
            label={text('settings.email.password')}
            type="password"
            value={password}
            autoComplete="current-password"
            required
            hint={text('settings.email.passwordHint')}
            error={fieldError(error, 'currentPassword')}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        <Field
          label={text('settings.signature')}
          hint={text('editor.count', { count: lengthOf(signature), max: limits.signatureMax })}
          error={fieldError(error, 'signature')}
        >
          {(control) => (
            <textarea
              className={fieldCss.input}
              rows={3}
              value={signature}
              onChange={(event) => setSignature(event.target.value)}
              {...control}
            />
          )}
        </Field>
        {error && <ProblemNote error={error} />}
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
