import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { Button } from '@/components/button/Button';
import { TextField } from '@/components/field/Field';
import { SelectField } from '@/components/field/SelectField';
import { Pagination } from '@/components/pagination/Pagination';
import { useFirstItemFocus } from '@/components/pagination/use-first-item-focus';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import type { CurrentUser } from '@/lib/api/types';
import { useText } from '@/lib/i18n/use-text';
import { usePageNumber } from '@/lib/use-page-number';
import { type AdminMember, adminMembersQuery, groupsQuery, type MembersWanted } from './entities';
import { groupName } from './group-name';
import { MemberRow } from './MemberRow';
import { ROLES } from './roles';
import { idIn, useChoices } from './use-choices';
import listCss from './list.module.css';
import pageCss from './page.module.css';

const ManageMember = lazy(() => import('./ManageMember'));

const STATES = ['active', 'unverified', 'erased'] as const;
const FIRST = 'li[tabindex="-1"]';

/** All members, found by name, address, role, state or group. */
export default function MembersPanel({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const choices = useChoices();
  const page = usePageNumber();
  const list = useRef<HTMLUListElement>(null);
  const [managed, setManaged] = useState<AdminMember>();
  const groups = useQuery(groupsQuery);
  const members = useQuery(adminMembersQuery(wantedOf(choices.get, page)));
  useFirstItemFocus(list, FIRST, members.data?.page === page);

  const query = choices.get('q');
  return (
    <Panel title={text('admin.members')} lead={text('admin.members.lead')}>
      <search className={pageCss.subPage}>
        <form
          key={query}
          className={pageCss.searchForm}
          onSubmit={(event) => {
            event.preventDefault();
            const typed = new FormData(event.currentTarget).get('q');
            choices.set({ q: typeof typed === 'string' ? typed.trim() : '' });
          }}
        >
          <TextField
            type="search"
            name="q"
            label={text('admin.members.search')}
            defaultValue={query}
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button type="submit" look="primary">
            <Search aria-hidden />
            {text('admin.members.go')}
          </Button>
        </form>
        <div className={pageCss.filters}>
          <SelectField
            label={text('admin.role')}
            value={choices.get('role')}
            options={[
              ['', text('admin.anyRole')],
              ...ROLES.map((role) => [role, text(`admin.role.${role}`)] as const),
            ]}
            onChange={(role) => choices.set({ role })}
          />
          <SelectField
            label={text('admin.memberState')}
            value={choices.get('state')}
            options={[
              ['', text('admin.anyState')],
              ...STATES.map((state) => [state, text(`admin.memberState.${state}`)] as const),
            ]}
            onChange={(state) => choices.set({ state })}
          />
          <SelectField
            label={text('admin.members.group')}
            value={choices.get('group')}
            options={[
              ['', text('admin.anyGroup')],
              ...(groups.data?.items ?? [])
                .filter(({ members: count }) => count > 0)
                .map((group) => [String(group.id), groupName(group, text)] as const),
            ]}
            onChange={(group) => choices.set({ group })}
          />
        </div>
      </search>
      {members.isPending && <Loading />}
      {members.isError && !members.data && (
        <ProblemState level="part" error={members.error} onRetry={() => void members.refetch()} />
      )}
      {members.data && (
        <>
          <p className={pageCss.count} role="status">
            {text('admin.members.count', { count: members.data.total })}
          </p>
          <ul ref={list} className={listCss.list} aria-busy={members.isPlaceholderData}>
            {members.data.items.map((each) => (
              <li key={each.id} className={listCss.item} tabIndex={-1}>
                <MemberRow
                  member={each}
                  groups={groups.data?.items ?? []}
                  onManage={() => setManaged(each)}
                />
              </li>
            ))}
          </ul>
          <Pagination {...members.data} label={text('admin.pages')} />
        </>
      )}
      {managed && (
        <Suspense>
          <ManageMember
            member={managed}
            self={managed.id === member.id}
            onClose={() => setManaged(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
}

/** As the interface takes it; what is not known is not asked for. */
function wantedOf(get: (key: string) => string, page: number): MembersWanted {
  const query = get('q');
  const role = ROLES.find((each) => each === get('role'));
  const state = STATES.find((each) => each === get('state'));
  const group = idIn(get('group'));
  return {
    page,
    ...(query && { query }),
    ...(role && { role }),
    ...(state && { state }),
    ...(group && { group }),
  };
}
