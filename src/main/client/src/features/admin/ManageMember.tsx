import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/button/Button';
import { InfoDialog } from '@/components/dialog/InfoDialog';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { sessionQuery } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { type AdminMember, refreshAdmin } from './entities';
import { type Role, ROLES } from './roles';
import css from './form.module.css';

const REASON_MAX = 500;

interface Props {
  readonly member: AdminMember;
  /** Whether it is who looks. */
  readonly self: boolean;
  readonly onClose: () => void;
}

/** Another role for a member, and the end of their sessions: each asks for a second press. */
export default function ManageMember({ member, self, onClose }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>(member.role);
  const [reason, setReason] = useState('');
  const [confirming, setConfirming] = useState<'role' | 'sessions'>();
  const path = { params: { path: { id: member.id } } };
  const why = reason.trim() === '' ? {} : { reason };

  const done = async (said: string) => {
    notify(said);
    onClose();
    await refreshAdmin(queries);
    // Members who changed their own role may do other things now.
    if (self) await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const giving = useMutation({
    mutationFn: () =>
      answerTo(api.PUT('/api/admin/users/{id}/role', { ...path, body: { role, ...why } })),
    onSuccess: () =>
      done(
        text('admin.members.roleGiven', {
          name: member.username,
          role: text(`admin.role.${role}`),
        }),
      ),
  });
  const ending = useMutation({
    mutationFn: () =>
      answerTo(api.POST('/api/admin/users/{id}/end-sessions', { ...path, body: why })),
    onSuccess: () => done(text('admin.members.signedOut', { name: member.username })),
  });
  const ask = (what: 'role' | 'sessions' | undefined) => {
    giving.reset();
    ending.reset();
    setConfirming(what);
  };
  const failed = giving.error ?? ending.error;
  const acting = confirming === 'role' ? giving : ending;
  const name = member.username;
  return (
    <InfoDialog title={name} onClose={onClose}>
      <div className={css.dialogBody}>
        <SelectField
          label={text('admin.role')}
          value={role}
          options={ROLES.map((each) => [each, text(`admin.role.${each}`)])}
          hint={text(`admin.roleHint.${role}`)}
          onChange={(value) => {
            setRole(ROLES.find((each) => each === value) ?? member.role);
            ask(undefined);
          }}
        />
        <TextField
          label={text('admin.reason')}
          value={reason}
          maxLength={REASON_MAX}
          autoComplete="off"
          hint={text('admin.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
        {failed && <ProblemNote error={failed} />}
        {confirming ? (
          <div className={css.question} role="group" aria-label={text('admin.sure')}>
            <p>
              {confirming === 'role'
                ? text(self ? 'admin.members.roleSelf' : 'admin.members.roleBody', {
                    name,
                    role: text(`admin.role.${role}`),
                  })
                : text(self ? 'admin.members.sessionsSelf' : 'admin.members.sessionsBody', {
                    name,
                  })}
            </p>
            <div className={css.actions}>
              <Button onClick={() => ask(undefined)}>{text('action.cancel')}</Button>
              <Button
                autoFocus
                look="danger"
                busy={acting.isPending}
                onClick={() => acting.mutate()}
              >
                {text(
                  confirming === 'role' ? 'admin.members.giveRole' : 'admin.members.endSessions',
                )}
              </Button>
            </div>
          </div>
        ) : (
          <div className={css.actions}>
            <Button onClick={() => ask('sessions')}>{text('admin.members.endSessions')}</Button>
            <Button look="primary" disabled={role === member.role} onClick={() => ask('role')}>
              {text('admin.members.giveRole')}
            </Button>
          </div>
        )}
      </div>
    </InfoDialog>
  );
}
