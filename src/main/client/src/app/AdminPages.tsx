import { PanelPages } from '@/components/panel/PanelPages';
import { useFeatures } from '@/lib/composition';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

/** The panels that features add to the administration. */
export default function AdminPages() {
  const text = useText();
  const member = useMember();
  const { admin } = useFeatures();
  if (!member) return null;
  return (
    <PanelPages title={text('admin.title')} base={paths.admin} panels={admin} member={member} />
  );
}
