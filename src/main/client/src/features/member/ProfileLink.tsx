import { User } from 'lucide-react';
import { LinkAction } from '@/components/action/Action';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

export function ProfileLink() {
  const text = useText();
  return <LinkAction label={text('member.own')} icon={<User aria-hidden />} to={paths.profile} />;
}
