import { Navigate, useLocation } from 'react-router';
import { pageNumber } from '@/lib/use-page-number';

interface Props {
  readonly total: number;
  readonly pageSize: number;
  /** How many items the page that is shown has. */
  readonly items: number;
}

/** Leads from a page beyond the last one, which an old link names or whose last item was deleted, to the last one. */
export function ToLastPage({ total, pageSize, items }: Props) {
  const location = useLocation();
  const { pathname, search } = location;
  const query = new URLSearchParams(search);
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (items > 0 || pageNumber(query.get('page')) <= last) return null;
  if (last === 1) query.delete('page');
  else query.set('page', String(last));
  return (
    <Navigate
      to={{ pathname, search: query.toString() }}
      state={location.state as unknown}
      replace
    />
  );
}
