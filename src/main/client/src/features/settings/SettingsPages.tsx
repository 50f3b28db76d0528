import { Navigate, NavLink, Route, Routes } from 'react-router';
import { PageHeading } from '@/components/page/PageHeading';
import { Loading } from '@/components/skeleton/Skeleton';
import type { MessageId } from '@/lib/i18n/i18n';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useAuthor } from '@/lib/session';
import { AvatarSettings } from './AvatarSettings';
import { MailSettings } from './MailSettings';
import { PasswordSettings } from './PasswordSettings';
import { ProfileSettings } from './ProfileSettings';
import { SessionSettings } from './SessionSettings';
import css from './settings.module.css';

const parts: readonly (readonly [path: string, label: MessageId])[] = [
  ['profile', 'settings.profile'],
  ['avatar', 'settings.avatar'],
  ['password', 'settings.password'],
  ['mails', 'settings.mails'],
  ['sessions', 'settings.sessions'],
];

export default function SettingsPages() {
  const text = useText();
  const member = useAuthor();
  if (!member) return <Loading />;
  return (
    <div className={css.page}>
      <PageHeading title={text('settings.title')} />
      <div className={css.layout}>
        <nav aria-label={text('settings.title')}>
          <ul className={css.parts}>
            {parts.map(([path, label]) => (
              <li key={path}>
                <NavLink className={css.part ?? ''} to={paths.settingsPart(path)}>
                  {text(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Routes>
          <Route path="profile" element={<ProfileSettings key={member.id} member={member} />} />
          <Route path="avatar" element={<AvatarSettings member={member} />} />
          <Route path="password" element={<PasswordSettings />} />
          <Route path="mails" element={<MailSettings member={member} />} />
          <Route path="sessions" element={<SessionSettings />} />
          <Route path="*" element={<Navigate to={paths.settingsPart('profile')} replace />} />
        </Routes>
      </div>
    </div>
  );
}
