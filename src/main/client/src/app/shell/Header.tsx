import { PenLine } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { BrandMark } from '@/components/brand/Brand';
import { ButtonLink } from '@/components/button/Button';
import { useText } from '@/lib/i18n/use-text';
import { paths, signInPath } from '@/lib/paths';
import { useMember } from '@/lib/session';
import { useSite } from '@/lib/site';
import { ChatButton } from './ChatButton';
import { MemberMenu } from './MemberMenu';
import { PreferencesMenu } from './PreferencesMenu';
import css from './header.module.css';

export function Header() {
  const text = useText();
  const { name } = useSite();
  const member = useMember();
  return (
    <header role="banner" className={css.header}>
      <div className={css.inner}>
        <Link to={paths.home} className={css.brand}>
          <BrandMark />
          <span className={css.name}>{name}</span>
        </Link>
        <nav className={css.actions} aria-label={text('shell.main')}>
          {member && (
            <>
              <ButtonLink look="primary" to={paths.newTopic()} className={css.compose}>
                <PenLine aria-hidden />
                <span className={css.word}>{text('action.newTopic')}</span>
              </ButtonLink>
              <ChatButton me={member.id} />
            </>
          )}
          {member !== undefined && <PreferencesMenu />}
          {member === null && <GuestLinks />}
          {member && <MemberMenu member={member} />}
        </nav>
      </div>
    </header>
  );
}

function GuestLinks() {
  const text = useText();
  const { pathname, search } = useLocation();
  const here =
    pathname === paths.login || pathname === paths.register ? paths.home : pathname + search;
  return (
    <>
      <ButtonLink look="quiet" to={signInPath(here)}>
        {text('action.signIn')}
      </ButtonLink>
      <ButtonLink look="primary" to={paths.register} className={css.register}>
        {text('action.register')}
      </ButtonLink>
    </>
  );
}
