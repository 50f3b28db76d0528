import { Compass } from 'lucide-react';
import { LinkAction } from '@/components/action/Action';
import type { CurrentUser } from '@/lib/api/types';
import { useFeatures } from '@/lib/composition';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { mayEnter } from '@/lib/staff';

/** In the member's menu, for who may use a part of the administration. */
export function AdminLink({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const { admin } = useFeatures();
  return (
    admin.some(({ needs }) => mayEnter(member, needs)) && (
      <LinkAction label={text('admin.title')} icon={<Compass aria-hidden />} to={paths.admin} />
    )
  );
}
