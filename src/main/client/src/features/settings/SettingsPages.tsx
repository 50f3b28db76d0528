import { PanelPages } from '@/components/panel/PanelPages';
import { Loading } from '@/components/skeleton/Skeleton';
import { useFeatures } from '@/lib/composition';
import { useAuthor } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

export default function SettingsPages() {
  const text = useText();
  const member = useAuthor();
  const { settings } = useFeatures();
  if (!member) return <Loading />;
  return (
    <PanelPages
      title={text('settings.title')}
      base={paths.settings}
      panels={settings}
      member={member}
    />
  );
}
