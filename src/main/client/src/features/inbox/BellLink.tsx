import { Bell } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { Badge } from '@/components/badge/Badge';
import css from '@/components/nav/nav-icon.module.css';
import { useAttention } from '@/lib/attention';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useUnread } from './use-unread';

/** The way to the inbox from everywhere, with the number of what is unread. */
export function BellLink() {
  return useMember() ? <MemberBell /> : null;
}

function MemberBell() {
  const text = useText();
  const { pathname } = useLocation();
  const unread = useUnread();
  useAttention('inbox', unread);
  return (
    <Link
      className={css.icon}
      to={paths.inbox}
      title={text('inbox.title')}
      aria-current={pathname === paths.inbox ? 'page' : undefined}
    >
      <Bell aria-hidden />
      <span className="visually-hidden">{text('inbox.title')}</span>
      <span className={css.badge}>
        <Badge count={unread} />
      </span>
    </Link>
  );
}
