import { useLocation } from 'react-router';
import { ButtonLink } from '@/components/button/Button';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths, registerPath, signInPath } from '@/lib/paths';
import css from './guest-links.module.css';

/** How a guest signs in or registers, and comes back. */
export function GuestLinks() {
  const text = useText();
  const { pathname, search } = useLocation();
  if (useMember() !== null) return null;
  const here =
    pathname === paths.login || pathname === paths.register ? paths.home : pathname + search;
  return (
    <>
      <ButtonLink look="quiet" to={signInPath(here)}>
        {text('action.signIn')}
      </ButtonLink>
      <ButtonLink look="primary" to={registerPath(here)} className={css.register}>
        {text('action.register')}
      </ButtonLink>
    </>
  );
}
