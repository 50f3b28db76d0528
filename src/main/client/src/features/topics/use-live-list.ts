import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageOf, TopicSummary } from '@/lib/api/types';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import { isIndexEvent, patched, unshown } from './live-list';
import { topicsQuery } from './queries';

interface LiveList {
  /** How many topics are new, or have new replies, that the list does not show yet. */
  readonly freshCount: number;
  /** Shows them: the list is fetched anew. */
  readonly showFresh: () => Promise<void>;
}

/** Keeps the first page of a list as the events say; the others stay as they were fetched. */
export function useLiveList(page: PageOf<TopicSummary>, board: number | undefined): LiveList {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<readonly TopicSummary[]>([]);
  const first = topicsQuery(1, board).queryKey;

  const onEvent = (event: LiveEvent) => {
    if (!isIndexEvent(event)) return;
    queries.setQueryData(first, (list) => list && patched(list, event));
    const about = event.type === 'topicDeleted' ? event.topicId : event.topic.id;
    setFresh((before) => {
      const others = before.filter(({ id }) => id !== about);
      const isFresh = event.type === 'topicAdded' || event.type === 'topicBumped';
      const isHere = isFresh && (board === undefined || event.topic.board.id === board);
      return isHere ? [...others, event.topic] : others;
    });
  };
  const refresh = () => queries.invalidateQueries({ queryKey: first });

  useLive(page.page === 1 ? 'index' : undefined, onEvent, () => void refresh());
  const showFresh = async () => {
    await refresh();
    setFresh([]);
  };
  return { freshCount: page.page === 1 ? unshown(fresh, page).length : 0, showFresh };
}
