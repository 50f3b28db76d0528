import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { Button } from '@/components/button/Button';
import { PageHeading } from '@/components/page/PageHeading';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { inboxQuery, markRead } from './entities';
import css from './inbox.module.css';
import { NotificationRow } from './NotificationRow';
import { laterMessages } from './later-messages';

await laterMessages;

/** What concerns the member, the latest first. */
export default function InboxPage() {
  const text = useText();
  const queries = useQueryClient();
  const inbox = useInfiniteQuery(inboxQuery);
  const reading = useMutation({ mutationFn: () => markRead(queries) });
  if (inbox.isPending) return <Loading />;
  if (inbox.isError && !inbox.data) {
    return <ProblemState error={inbox.error} onRetry={() => void inbox.refetch()} />;
  }
  const items = inbox.data.pages.flatMap((page) => page.items);
  const unread = inbox.data.pages[0]?.unread ?? 0;
  return (
    <section className={css.page}>
      <div className={css.head}>
        <PageHeading title={text('inbox.title')} />
        {unread > 0 && (
          <Button busy={reading.isPending} onClick={() => reading.mutate()}>
            {text('inbox.readAll')}
          </Button>
        )}
      </div>
      {reading.isError && <ProblemNote error={reading.error} />}
      {items.length === 0 ? (
        <State level="part" picture={<BellOff />} title={text('inbox.empty')}>
          {text('inbox.emptyHint')}
        </State>
      ) : (
        <ul className={css.list}>
          {items.map((item) => (
            <NotificationRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {inbox.hasNextPage && (
        <Button busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {text('inbox.older')}
        </Button>
      )}
    </section>
  );
}
