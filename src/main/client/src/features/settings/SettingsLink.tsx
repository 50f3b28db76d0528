import { Settings } from 'lucide-react';
import { LinkAction } from '@/components/action/Action';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

export function SettingsLink() {
  const text = useText();
  return (
    <LinkAction
      label={text('settings.title')}
      icon={<Settings aria-hidden />}
      to={paths.settings}
    />
  );
}
