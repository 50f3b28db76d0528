import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '@/lib/paths';

interface Props {
  readonly id: number;
  /** The topic that it is part of now. */
  readonly into: number;
  /** The reply that an old link leads to. */
  readonly floor: number | undefined;
}

/** Where the reply is now; where that cannot be asked, the topic that is known. */
async function placeNow({ id, into, floor }: Props, signal: AbortSignal): Promise<string> {
  const query = floor === undefined ? '' : `?floor=${floor}`;
  try {
    const { url } = await fetch(`/api/topic/${id}${query}`, { signal });
    const { pathname, search } = new URL(url);
    return pathname.replace(/^\/api/, '') + search;
  } catch {
    return paths.topic(into);
  }
}

/** The topic, or the reply that a link leads to, is part of another topic now: goes there. */
export default function Moved({ id, into, floor }: Props) {
  const navigate = useNavigate();
  useEffect(() => {
    const leaving = new AbortController();
    void placeNow({ id, into, floor }, leaving.signal).then((place) => {
      if (!leaving.signal.aborted) void navigate(place, { replace: true });
    });
    return () => leaving.abort();
  }, [id, into, floor, navigate]);
  return null;
}
