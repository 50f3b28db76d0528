import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { PanelPages } from '@/components/panel/PanelPages';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import type { CurrentUser } from '@/lib/api/types';
import { type Composition, useFeatures } from '@/lib/composition';
import { sessionQuery, useAuthor } from '@/lib/entities/session';
import { adminMessages } from '@/lib/i18n/admin-messages';
import { addMessages } from '@/lib/i18n/i18n';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { mayEnter } from '@/lib/staff';
import NotFoundPage from './NotFoundPage';

/**
 * The panels that features add to the administration, as far as they are for this member. For who may use none of
 * them, guests too, there is no such page.
 */
export default function AdminPages() {
  const session = useQuery(sessionQuery);
  const member = useAuthor();
  const { admin } = useFeatures();
  if (session.isPending) return <Loading />;
  if (session.isError) {
    return <ProblemState error={session.error} onRetry={() => void session.refetch()} />;
  }
  const panels = admin.filter(({ needs }) => member && mayEnter(member, needs));
  if (!member || panels.length === 0) return <NotFoundPage />;
  return <Panels panels={panels} member={member} />;
}

interface Props {
  readonly panels: Composition['admin'];
  readonly member: CurrentUser;
}

let words: Promise<void> | undefined;

function Panels({ panels, member }: Props) {
  const text = useText();
  use((words ??= addMessages(adminMessages)));
  return (
    <PanelPages title={text('admin.title')} base={paths.admin} panels={panels} member={member} />
  );
}
