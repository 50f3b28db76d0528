import { useEffect } from 'react';
import { useNavigate } from 'react-router';

interface Props {
  readonly id: number;
  /** The reply that an old link leads to. */
  readonly floor: number | undefined;
}

/** The topic, or the reply that a link leads to, is part of another topic now: goes there. */
export default function Moved({ id, floor }: Props) {
  const navigate = useNavigate();
  useEffect(() => {
    const leaving = new AbortController();
    const query = floor === undefined ? '' : `?floor=${floor}`;
    fetch(`/api/topic/${id}${query}`, { signal: leaving.signal })
      .then(({ url }) => {
        const { pathname, search } = new URL(url);
        void navigate(pathname.replace(/^\/api/, '') + search, { replace: true });
      })
      .catch(() => undefined);
    return () => leaving.abort();
  }, [id, floor, navigate]);
  return null;
}
