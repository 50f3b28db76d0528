import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Avatar } from '@/components/avatar/Avatar';
import { Button } from '@/components/button/Button';
import { Pagination } from '@/components/pagination/Pagination';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import type { Author } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { notify } from '@/lib/notices';
import { paths } from '@/lib/paths';
import { usePageNumber } from '@/lib/use-page-number';
import { adminMembersQuery, type Group, refreshAdmin } from './entities';
import { MemberPicker } from './MemberPicker';
import formCss from './form.module.css';
import listCss from './list.module.css';
import pageCss from './page.module.css';

type Named = Pick<Author, 'id' | 'username'>;

/** Who was put into a group. */
export function GroupMembers({ group }: { readonly group: Group }) {
  const text = useText();
  const queries = useQueryClient();
  const page = usePageNumber();
  const members = useQuery(adminMembersQuery({ group: group.id, page }));
  const path = (userId: number) => ({ params: { path: { id: group.id, userId } } });
  const joining = useMutation({
    mutationFn: ({ id }: Named) =>
      answerTo(api.PUT('/api/admin/groups/{id}/members/{userId}', path(id))),
    onSuccess: (_, { username }) => changed('admin.group.joined', username),
  });
  const leaving = useMutation({
    mutationFn: ({ id }: Named) =>
      answerTo(api.DELETE('/api/admin/groups/{id}/members/{userId}', path(id))),
    onSuccess: (_, { username }) => changed('admin.group.left', username),
  });
  const changed = async (said: 'admin.group.joined' | 'admin.group.left', name: string) => {
    notify(text(said, { name }));
    await refreshAdmin(queries);
  };
  const failed = joining.error ?? leaving.error;
  return (
    <Panel title={text('admin.group.members')} lead={text('admin.group.membersLead')}>
      <div className={formCss.form}>
        <MemberPicker
          label={text('admin.group.join')}
          hint={text('admin.pickHint')}
          busy={joining.isPending}
          onChoose={(member) => joining.mutate(member)}
        />
      </div>
      {failed && <ProblemNote error={failed} />}
      {members.isPending && <Loading />}
      {members.isError && !members.data && (
        <ProblemState level="part" error={members.error} onRetry={() => void members.refetch()} />
      )}
      {members.data?.total === 0 && <p className={pageCss.empty}>{text('admin.group.empty')}</p>}
      {members.data && members.data.total > 0 && (
        <ul className={listCss.list}>
          {members.data.items.map((member) => (
            <li key={member.id} className={listCss.item}>
              <div className={listCss.row}>
                <Avatar member={member} size="small" />
                <Link className={listCss.rowText} to={paths.user(member.id)} dir="auto">
                  {member.username}
                </Link>
                <div className={listCss.rowActions}>
                  <Button
                    small
                    busy={leaving.isPending && leaving.variables.id === member.id}
                    aria-label={text('admin.group.removeNamed', { name: member.username })}
                    onClick={() => leaving.mutate(member)}
                  >
                    {text('admin.group.remove')}
                  </Button>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      {members.data && <Pagination {...members.data} label={text('admin.pages')} />}
    </Panel>
  );
}
