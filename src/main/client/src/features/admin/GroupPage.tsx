import { useText } from '@/lib/i18n/use-text';
import type { Group } from './entities';
import { groupName, isBuiltIn } from './group-name';
import { GroupDeletion } from './GroupDeletion';
import { GroupForm } from './GroupForm';
import { GroupMembers } from './GroupMembers';
import { SubPage } from './SubPage';

interface Props {
  /** Undefined for a new one. */
  readonly group?: Group;
  /** All that can be permitted: an administrator has every permission. */
  readonly permissions: readonly string[];
}

/** A group of the forum's own, or the members of the trusted. */
export function GroupPage({ group, permissions }: Props) {
  const text = useText();
  const own = !group || !isBuiltIn(group);
  return (
    <SubPage
      title={group ? groupName(group, text) : text('admin.group.add')}
      back={text('admin.group.back')}
      from={`group-${group?.id ?? 'new'}`}
    >
      {own && <GroupForm group={group} permissions={permissions} />}
      {group && <GroupMembers group={group} />}
      {own && group && <GroupDeletion group={group} />}
    </SubPage>
  );
}
