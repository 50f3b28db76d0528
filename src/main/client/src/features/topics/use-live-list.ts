import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageOf, TopicSummary } from '@/lib/api/types';
import { applyToList, refreshList } from '@/lib/entities/topic';
import { isIndexEvent, unshown } from '@/lib/entities/topic-list';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';

interface LiveList {
  /** How many topics are new, or have new replies, that the list does not show yet. */
  readonly freshCount: number;
  /** Shows them: the list is fetched again. */
  readonly showFresh: () => Promise<void>;
}

/** Keeps the first page of a list as the events say; the others stay as they were fetched. */
export function useLiveList(page: PageOf<TopicSummary>, board: number | undefined): LiveList {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<readonly TopicSummary[]>([]);

  const onEvent = (event: LiveEvent) => {
    if (!isIndexEvent(event)) return;
    applyToList(queries, board, event);
    const about = event.type === 'topicDeleted' ? event.topicId : event.topic.id;
    setFresh((before) => {
      const others = before.filter(({ id }) => id !== about);
      const isFresh = event.type === 'topicAdded' || event.type === 'topicBumped';
      const isHere = isFresh && (board === undefined || event.topic.board.id === board);
      return isHere ? [...others, event.topic] : others;
    });
  };
  const refresh = () => refreshList(queries, board);

  useLive(page.page === 1 ? 'index' : undefined, onEvent, () => void refresh());
  const showFresh = async () => {
    await refresh();
    setFresh([]);
  };
  return { freshCount: page.page === 1 ? unshown(fresh, page).length : 0, showFresh };
}
