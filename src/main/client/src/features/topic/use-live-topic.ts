import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Topic } from '@/lib/api/types';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import { useMember } from '@/lib/session';
import { isIncomplete, isTopicEvent, patched, type TopicEvent } from './live-topic';
import { topicQuery, type TopicPart } from './queries';

interface Arrived {
  readonly floor: number;
  readonly name: string;
}

interface LiveTopic {
  /** The floors of replies by others that have come since and that the reader has not seen, in order. */
  readonly unseen: readonly number[];
  /** The reader has seen the replies up to this floor. */
  readonly seen: (floor: number) => void;
  /** The reply that came last while the reader was here. */
  readonly latest: Arrived | undefined;
  readonly isGone: boolean;
}

/** Keeps the pages of a topic as the events say, and fetches them anew where those may have been missed. */
export function useLiveTopic(id: number, part: TopicPart): LiveTopic {
  const queries = useQueryClient();
  const member = useMember() ?? null;
  const [unseen, setUnseen] = useState<readonly number[]>([]);
  const [latest, setLatest] = useState<Arrived>();
  const [isGone, setGone] = useState(false);
  const pages = { queryKey: ['topic', id] };
  const shown = () => queries.getQueryData(topicQuery(id, part).queryKey);

  const arrived = (floors: readonly number[]) =>
    setUnseen((before) => [...new Set([...before, ...floors])].sort((a, b) => a - b));

  const patch = (event: TopicEvent) => {
    const known = queries.getQueriesData<Topic>(pages).flatMap(([, page]) => page ?? []);
    const isFetching = queries.isFetching(pages) > 0;
    queries.setQueriesData<Topic>(pages, (page) => page && patched(page, event, member));
    // What is under way may have been read before the event.
    if (isFetching || known.some((page) => isIncomplete(page, event))) {
      void queries.invalidateQueries(pages);
    }
  };

  const onEvent = (event: LiveEvent) => {
    if (!isTopicEvent(event)) return;
    patch(event);
    if (event.type === 'replyAdded' && event.reply.author.id !== member?.id) {
      arrived([event.floor]);
      setLatest({ floor: event.floor, name: event.reply.author.username });
    } else if (event.type === 'replyDeleted') {
      setUnseen((before) => before.filter((floor) => floor !== event.floor));
    } else if (event.type === 'topicDeleted') {
      setGone(true);
    }
  };

  const catchUp = async () => {
    const before = shown();
    await queries.invalidateQueries(pages);
    const after = shown();
    if (!before || !after || before.replies.page !== after.replies.page) return;
    const last = before.replies.items.at(-1)?.floor ?? 0;
    const missed = after.replies.items.filter(
      ({ floor, author }) => floor > last && author.id !== member?.id,
    );
    arrived(missed.map(({ floor }) => floor));
  };

  useLive(`topic.${id}`, onEvent, () => void catchUp());
  const seen = (upTo: number) => setUnseen((before) => before.filter((floor) => floor > upTo));
  return { unseen, seen, latest, isGone };
}
