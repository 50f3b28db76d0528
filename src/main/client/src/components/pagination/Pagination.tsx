import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { pagesAround } from './pages';
import { paged } from './use-first-item-focus';
import css from './pagination.module.css';

interface Props {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly label: string;
}

/** Links to the other pages of a list. The page is part of the address, so reload and back keep it. */
export function Pagination({ page, pageSize, total, label }: Props) {
  const text = useText();
  const { pathname, search } = useLocation();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;

  const to = (target: number) => {
    const query = new URLSearchParams(search);
    query.delete('floor');
    if (target === 1) query.delete('page');
    else query.set('page', String(target));
    return { pathname, search: query.toString() };
  };
  return (
    <nav className={css.pagination} aria-label={label}>
      {page > 1 && (
        <Link className={css.step} to={to(Math.min(page - 1, last))} state={paged} rel="prev">
          <ChevronLeft aria-hidden />
          <span className={css.word}>{text('pagination.previous')}</span>
        </Link>
      )}
      <ol className={css.pages}>
        {pagesAround(page, last).map((each, index) => (
          <li key={each ?? `gap-${index}`}>
            {each === null ? (
              <span className={css.gap}>…</span>
            ) : (
              <Link
                className={classNames(css.page, each === page && css.current)}
                to={to(each)}
                state={paged}
                aria-label={text('pagination.page', { page: each })}
                aria-current={each === page ? 'page' : undefined}
              >
                {each}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {page < last && (
        <Link className={css.step} to={to(page + 1)} state={paged} rel="next">
          <span className={css.word}>{text('pagination.next')}</span>
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
