import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { Button } from '@/components/button/Button';
import { Time } from '@/components/time/Time';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import type { AdminMember, Group } from './entities';
import { groupName } from './group-name';
import css from './list.module.css';

interface Props {
  readonly member: AdminMember;
  readonly groups: readonly Group[];
  readonly onManage: () => void;
}

export function MemberRow({ member, groups, onManage }: Props) {
  const text = useText();
  const rich = useRichText();
  const { role, state } = member;
  const own = groups.filter(({ id }) => member.groups.includes(id));
  return (
    <div className={css.row}>
      <Avatar member={member} />
      <div className={css.rowText}>
        <span className={css.rowName}>
          <Link to={paths.user(member.id)} dir="auto">
            {member.username}
          </Link>
          {role !== 'member' && <span className={css.state}>{text(`admin.role.${role}`)}</span>}
          {state !== 'active' && (
            <span className={css.state}>{text(`admin.memberState.${state}`)}</span>
          )}
          {own.map((group) => (
            <span key={group.id} className={css.state}>
              {groupName(group, text)}
            </span>
          ))}
        </span>
        {member.email !== '' && <span className={css.facts}>{member.email}</span>}
        <span className={css.facts}>
          {rich('admin.members.facts', {
            time: <Time at={member.createdAt} />,
            topics: text('admin.board.topics', { count: member.topicCount }),
            replies: text('post.replies', { count: member.replyCount }),
          })}
        </span>
      </div>
      {state !== 'erased' && (
        <div className={css.rowActions}>
          <Button
            small
            aria-label={text('admin.members.manageNamed', { name: member.username })}
            onClick={onManage}
          >
            {text('admin.members.manage')}
          </Button>
        </div>
      )}
    </div>
  );
}
