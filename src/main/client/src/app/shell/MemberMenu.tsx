import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut, Settings, User } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { MenuButton } from '@/components/menu/MenuButton';
import { problemBody } from '@/components/state/problem-text';
import { answerTo, api } from '@/lib/api/client';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { leaveSession } from '@/lib/session';
import css from './header.module.css';

export function MemberMenu({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => answerTo(api.POST('/api/logout')),
    onSuccess: async () => {
      await navigate(paths.home);
      leaveSession(queries);
      notify(text('account.signedOut'));
    },
    onError: (error) => notify(problemBody(error, text)),
  });
  return (
    <MenuButton
      className={css.member}
      label={text('shell.memberMenu', { name: member.username })}
      face={<Avatar member={member} />}
      entries={[
        { kind: 'link', label: text('member.own'), icon: <User aria-hidden />, to: paths.profile },
        {
          kind: 'link',
          label: text('settings.title'),
          icon: <Settings aria-hidden />,
          to: paths.settings,
        },
        { kind: 'separator' },
        {
          kind: 'action',
          label: text('action.signOut'),
          icon: <LogOut aria-hidden />,
          onSelect: () => signOut.mutate(),
        },
      ]}
    />
  );
}
