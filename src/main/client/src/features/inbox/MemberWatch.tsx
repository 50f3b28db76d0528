import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff, BellRing } from 'lucide-react';
import { useEffect } from 'react';
import { answerTo, api } from '@/lib/api/client';
import type { Topic } from '@/lib/api/types';
import { putWatch, refreshTopic } from '@/lib/entities/topic';
import { useText } from '@/lib/i18n/use-text';
import { latestQuery, markRead } from './entities';
import css from './inbox.module.css';

const LEVELS = ['watching', 'normal', 'muted'] as const;
type Level = (typeof LEVELS)[number];

const ICONS = { watching: BellRing, normal: Bell, muted: BellOff };

/** How much the member wants to hear of the topic. Opening it reads what the inbox has about it. */
export default function MemberWatch({ topic }: { readonly topic: Topic }) {
  const text = useText();
  const queries = useQueryClient();
  const level = topic.watch ?? 'normal';
  useReadingOf(topic.id);
  const { mutate } = useMutation({
    scope: { id: `watch-${topic.id}` },
    mutationFn: (wanted: Level) =>
      answerTo(
        api.PUT('/api/topic/{id}/watch', {
          params: { path: { id: topic.id } },
          body: { level: wanted },
        }),
      ),
    onError: () => void refreshTopic(queries, topic.id),
  });
  const Icon = ICONS[level];
  return (
    <label className={css.watch}>
      <Icon aria-hidden />
      <span className="visually-hidden">{text('inbox.watch')}</span>
      <select
        value={level}
        onChange={(event) => {
          const wanted = LEVELS.find((each) => each === event.target.value);
          if (!wanted) return;
          putWatch(queries, topic.id, wanted);
          mutate(wanted);
        }}
      >
        {LEVELS.map((each) => (
          <option key={each} value={each}>
            {text(`inbox.level.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Reads what is unread about a topic while the member looks at it. */
function useReadingOf(topicId: number): void {
  const queries = useQueryClient();
  const ids = useQuery({
    ...latestQuery,
    select: ({ items }) =>
      items
        .filter(({ topic, readAt }) => topic.id === topicId && readAt === null)
        .map(({ id }) => id)
        .join(','),
  }).data;
  useEffect(() => {
    if (!ids) return;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      // What could not be read now is read when the topic is opened the next time.
      markRead(queries, ids.split(',').map(Number)).catch(() => undefined);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [queries, ids]);
}
