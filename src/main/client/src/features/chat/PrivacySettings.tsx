import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SelectField } from '@/components/field/SelectField';
import { Panel } from '@/components/panel/Panel';
import { Note } from '@/components/state/Note';
import { ProblemNote } from '@/components/state/Problem';
import { answerTo, api } from '@/lib/api/client';
import { useText } from '@/lib/i18n/use-text';
import { type Privacy, privacyQuery } from './privacy-entities';
import css from './privacy.module.css';

const senders = ['everyone', 'known', 'nobody'] as const;

/** Each choice is saved as it is made: there is nothing to send off. */
export default function PrivacySettings() {
  const text = useText();
  const queries = useQueryClient();
  const privacy = useQuery(privacyQuery);
  const saving = useMutation({
    mutationFn: (body: Partial<Privacy>) => answerTo(api.PUT('/api/setting/privacy', { body })),
    onMutate: (change) =>
      queries.setQueryData(privacyQuery.queryKey, (known) => known && { ...known, ...change }),
    onSuccess: (changed) => queries.setQueryData(privacyQuery.queryKey, changed),
    onError: () => queries.invalidateQueries({ queryKey: privacyQuery.queryKey }),
  });
  const { data } = privacy;
  const error = privacy.error ?? saving.error;
  return (
    <Panel title={text('chat.privacy')} lead={text('chat.privacy.lead')}>
      {data && (
        <div className={css.form}>
          <label className={css.choice}>
            <input
              type="checkbox"
              checked={data.showPresence}
              onChange={(event) => saving.mutate({ showPresence: event.target.checked })}
            />
            {text('chat.privacy.presence')}
          </label>
          <SelectField
            label={text('chat.privacy.from')}
            value={data.messagesFrom}
            options={senders.map((each) => [each, text(`chat.privacy.from.${each}`)])}
            onChange={(value) => {
              const messagesFrom = senders.find((each) => each === value);
              if (messagesFrom) saving.mutate({ messagesFrom });
            }}
          />
        </div>
      )}
      {error && <ProblemNote error={error} />}
      {saving.isSuccess && <Note good>{text('chat.privacy.saved')}</Note>}
    </Panel>
  );
}
