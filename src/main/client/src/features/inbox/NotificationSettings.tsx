import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { useText } from '@/lib/i18n/use-text';
import { type Settings, settingsQuery } from './entities';
import css from './inbox.module.css';
import { laterMessages } from './later-messages';

await laterMessages;

const KINDS = ['mention', 'reply', 'watched', 'like'] as const;

/** Which kinds come into the inbox. Each choice is saved as it is made. */
export default function NotificationSettings() {
  const text = useText();
  const queries = useQueryClient();
  const settings = useQuery(settingsQuery);
  const saving = useMutation({
    mutationFn: (body: Settings) => answerTo(api.PUT('/api/notifications/settings', { body })),
    onMutate: (wanted) => {
      queries.setQueryData(settingsQuery.queryKey, (now) => now && { ...now, ...wanted });
    },
    onSuccess: (saved) => queries.setQueryData(settingsQuery.queryKey, saved),
    onError: () => void settings.refetch(),
  });
  if (settings.isPending) return <Loading />;
  if (!settings.data) {
    return <ProblemState error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  const { data } = settings;
  return (
    <Panel title={text('inbox.settings')} lead={text('inbox.settings.lead')}>
      <fieldset className={css.kinds}>
        <legend className="visually-hidden">{text('inbox.settings')}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className={css.kind}>
            <input
              type="checkbox"
              checked={data[kind]?.app ?? true}
              onChange={(event) => saving.mutate({ [kind]: { app: event.target.checked } })}
            />
            {text(`inbox.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
      {saving.isError && <ProblemNote error={saving.error} />}
    </Panel>
  );
}
