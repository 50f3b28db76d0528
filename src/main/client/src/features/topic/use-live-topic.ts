import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveEvent } from '@/lib/live/live';
import { useLive } from '@/lib/live/use-live';
import { createRandomDelay } from '@/lib/random-delay';
import { useMember } from '@/lib/entities/session';
import {
  applyToTopic,
  expireTopic,
  refreshTopic,
  topicQuery,
  type TopicPart,
} from '@/lib/entities/topic';
import { isTopicEvent } from '@/lib/entities/topic-page';

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
  /** The floor of the reply that was deleted last while the reader was here. */
  readonly deleted: number | undefined;
  readonly isGone: boolean;
}

/** Keeps the pages of a topic as the events say, and fetches them again where events may have been missed. */
export function useLiveTopic(id: number, part: TopicPart): LiveTopic {
  const queries = useQueryClient();
  const member = useMember() ?? null;
  const [unseen, setUnseen] = useState<readonly number[]>([]);
  const [latest, setLatest] = useState<Arrived>();
  const [deleted, setDeleted] = useState<number>();
  const [isGone, setGone] = useState(false);
  const [delay] = useState(() =>
    createRandomDelay({
      act: () => void refreshTopic(queries, id),
      giveUp: () => void expireTopic(queries, id),
    }),
  );
  useEffect(() => () => delay.stop(), [delay]);
  const shown = () => queries.getQueryData(topicQuery(id, part).queryKey);

  const arrived = (floors: readonly number[]) =>
    setUnseen((before) => [...new Set([...before, ...floors])].sort((a, b) => a - b));

  const onEvent = (event: LiveEvent) => {
    if (!isTopicEvent(event)) return;
    // Whoever deleted it has taken it away already, and was told.
    const hadIt =
      event.type === 'replyDeleted' &&
      shown()?.replies.items.some(({ id }) => id === event.replyId) === true;
    const refresh = applyToTopic(queries, id, event);
    if (refresh === 'now') void refreshTopic(queries, id);
    else if (refresh === 'soon') delay.schedule();
    if (event.type === 'replyAdded' && event.reply.author.id !== member?.id) {
      arrived([event.floor]);
      setDeleted(undefined);
      setLatest({ floor: event.floor, name: event.reply.author.username });
    } else if (event.type === 'replyDeleted') {
      setUnseen((before) => before.filter((floor) => floor !== event.floor));
      if (hadIt) setDeleted(event.floor);
      setLatest(undefined);
    } else if (event.type === 'topicDeleted') {
      setGone(true);
    } else if (event.type === 'stateChanged') {
      setGone(false);
    }
  };

  const catchUp = async () => {
    const before = shown();
    delay.cancel();
    await refreshTopic(queries, id);
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
  return { unseen, seen, latest, deleted, isGone };
}
