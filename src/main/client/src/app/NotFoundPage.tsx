import { Compass } from 'lucide-react';
import { ButtonLink } from '@/components/button/Button';
import { usePageTitle } from '@/components/page/use-page-title';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';

export default function NotFoundPage() {
  const text = useText();
  usePageTitle(text('notFound.title'));
  return (
    <State
      level="page"
      picture={<Compass />}
      title={text('notFound.title')}
      actions={
        <ButtonLink look="primary" to={paths.home}>
          {text('action.home')}
        </ButtonLink>
      }
    >
      {text('notFound.body')}
    </State>
  );
}
