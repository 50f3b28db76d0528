import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { ButtonLink } from '@/components/button/Button';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { type Group, groupsQuery } from './entities';
import { groupHint, groupName, isBuiltIn, TRUSTED } from './group-name';
import { GroupPage } from './GroupPage';
import { idIn, useChoices } from './use-choices';
import listCss from './list.module.css';
import pageCss from './page.module.css';

/** All groups; one of them, or a new one, where the address says so. */
export default function GroupsPanel({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const chosen = useChoices().get('group');
  const groups = useQuery(groupsQuery);
  if (groups.isPending) return <Loading />;
  if (groups.isError && !groups.data) {
    return <ProblemState level="part" error={groups.error} onRetry={() => void groups.refetch()} />;
  }
  const { items } = groups.data;
  if (chosen === 'new') return <GroupPage key="new" permissions={member.permissions} />;
  if (chosen !== '') {
    const group = items.find(({ id }) => id === idIn(chosen));
    return group ? (
      <GroupPage key={group.id} group={group} permissions={member.permissions} />
    ) : (
      <State
        title={text('admin.group.gone')}
        actions={<ButtonLink to="?">{text('admin.group.back')}</ButtonLink>}
      />
    );
  }
  const own = items.filter((group) => !isBuiltIn(group));
  return (
    <div className={pageCss.subPage}>
      <Panel title={text('admin.group.own')} lead={text('admin.group.ownLead')}>
        <div className={pageCss.bar}>
          <ButtonLink look="primary" to="?group=new">
            <Plus aria-hidden />
            {text('admin.group.add')}
          </ButtonLink>
        </div>
        {own.length === 0 ? (
          <p className={pageCss.empty}>{text('admin.group.none')}</p>
        ) : (
          <GroupList groups={own} />
        )}
      </Panel>
      <Panel title={text('admin.group.builtIn')} lead={text('admin.group.builtInLead')}>
        <GroupList groups={items.filter(isBuiltIn)} />
      </Panel>
    </div>
  );
}

function GroupList({ groups }: { readonly groups: readonly Group[] }) {
  return (
    <ul className={listCss.list}>
      {groups.map((group) => (
        <li key={group.id} className={listCss.item}>
          <GroupRow group={group} />
        </li>
      ))}
    </ul>
  );
}

function GroupRow({ group }: { readonly group: Group }) {
  const text = useText();
  const edit = useRef<HTMLAnchorElement>(null);
  const came = (useLocation().state as { from?: string } | null)?.from === `group-${group.id}`;
  useEffect(() => {
    if (came) edit.current?.focus();
  }, [came]);
  const name = groupName(group, text);
  const counted = !isBuiltIn(group) || group.id === TRUSTED;
  return (
    <div className={listCss.row}>
      <div className={listCss.rowText}>
        <span className={listCss.rowName}>
          {group.colour && (
            <span
              className={listCss.groupDot}
              style={{ background: group.colour }}
              aria-hidden="true"
            />
          )}
          <span dir="auto">{name}</span>
        </span>
        {isBuiltIn(group) && <span className={listCss.facts}>{groupHint(group.id, text)}</span>}
        {counted && (
          <span className={listCss.facts}>
            {text('admin.group.count', { count: group.members })}
          </span>
        )}
      </div>
      {counted && (
        <div className={listCss.rowActions}>
          <ButtonLink
            small
            ref={edit}
            to={`?group=${group.id}`}
            aria-label={text('admin.editNamed', { name })}
          >
            {text(isBuiltIn(group) ? 'admin.group.members' : 'admin.edit')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
