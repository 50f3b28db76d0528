import { Avatar } from '@/components/avatar/Avatar';
import { MenuButton } from '@/components/menu/MenuButton';
import { Slot } from '@/components/slot/Slot';
import { memberMenu } from '@/components/slot/slots';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import css from './header.module.css';

export function MemberMenu({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  return (
    <MenuButton
      className={css.member}
      label={text('shell.memberMenu', { name: member.username })}
      face={<Avatar member={member} />}
    >
      <Slot of={memberMenu} give={{ member }} />
    </MenuButton>
  );
}
