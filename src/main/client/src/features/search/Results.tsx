import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { ButtonLink } from '@/components/button/Button';
import { Pagination } from '@/components/pagination/Pagination';
import { Loading, SkeletonLine } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import type { SearchPage } from '@/lib/api/types';
import { classNames } from '@/lib/class-names';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { searchQuery } from './entities';
import { HitRow } from './HitRow';
import type { Wanted } from './wanted';
import css from './search-page.module.css';

/** So many hits can be paged through. */
const REACHABLE = 1_000;

interface Props {
  readonly wanted: Wanted;
  readonly address: URLSearchParams;
}

export function Results({ wanted }: Props) {
  const text = useText();
  const found = useQuery(searchQuery(wanted));
  if (found.isPending) return <Skeletons />;
  if (!found.data) {
    return <ProblemState level="part" error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { items, page, pageSize, total } = found.data;
  return (
    <section aria-label={text('search.results')}>
      <Summary found={found.data} />
      {items.length === 0 ? (
        <Nothing query={wanted.q} />
      ) : (
        <ol className={classNames(css.hits, found.isPlaceholderData && css.waiting)}>
          {items.map((hit) => (
            <HitRow key={keyOf(hit)} hit={hit} />
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pageSize={pageSize}
        total={Math.min(total, REACHABLE)}
        label={text('search.pages')}
      />
    </section>
  );
}

const keyOf = ({ type, topic, reply, member, message }: SearchPage['items'][number]) =>
  `${type}-${(reply ?? message ?? member ?? topic)?.id ?? 0}`;

/** Read out as it changes: how much was found, and what is to be known about it. */
function Summary({ found }: { readonly found: SearchPage }) {
  const text = useText();
  const { total, exact, similar, complete } = found;
  return (
    <p className={css.summary} role="status">
      {text(exact ? 'search.count' : 'search.countAtLeast', { count: total })}
      {similar && <span> {text('search.similar')}</span>}
      {!complete && <span> {text('search.incomplete')}</span>}
    </p>
  );
}

function Nothing({ query }: { readonly query: string }) {
  const text = useText();
  return (
    <State
      picture={<SearchX />}
      title={text('search.nothing')}
      actions={<ButtonLink to={paths.found(query)}>{text('search.withoutFilters')}</ButtonLink>}
    >
      {text('search.nothingHint')}
    </State>
  );
}

function Skeletons() {
  return (
    <>
      <Loading />
      <div className={css.hits} aria-hidden="true">
        {['60%', '45%', '70%', '50%'].map((width) => (
          <div key={width} className={css.hit}>
            <SkeletonLine width={width} />
            <SkeletonLine width="95%" />
          </div>
        ))}
      </div>
    </>
  );
}
