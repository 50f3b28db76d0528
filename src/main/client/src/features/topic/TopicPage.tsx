import { lazyPart } from '@/components/slot/lazy-part';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { ProblemState } from '@/components/state/Problem';
import { topicQuery } from '@/lib/entities/topic';
import { placeIn } from './place';
import { TopicSkeleton } from './TopicSkeleton';
import { TopicView } from './TopicView';
import { useScrollToFloor } from './use-scroll-to-floor';

const Moved = lazyPart(() => import('./Moved'));

export default function TopicPage() {
  const id = Number(useParams().id);
  const { search, hash } = useLocation();
  const place = placeIn(new URLSearchParams(search), hash);
  const query = useQuery(topicQuery(id, place.part));
  useScrollToFloor(place.floor, query.isSuccess && !query.isPlaceholderData);

  if (query.isPending) return <TopicSkeleton />;
  if (query.isError && !query.data) {
    return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data.id !== id) return <Moved id={id} into={query.data.id} floor={place.floor} />;
  return <TopicView key={id} topic={query.data} place={place} waiting={query.isPlaceholderData} />;
}
