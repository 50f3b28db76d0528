import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '@/components/state/Problem';
import { SelectField } from '@/components/field/SelectField';
import { Note } from '@/components/state/Note';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import type { CurrentUser } from '@/lib/api/types';
import { languages, locales } from '@/lib/i18n/i18n';
import { useText } from '@/lib/i18n/use-text';
import { sessionQuery } from '@/lib/entities/session';
import css from './settings.module.css';

type Wishes = Partial<Pick<CurrentUser, 'language' | 'mentionMails'>>;

/** Each choice is saved as it is made: there is nothing to send off. */
export default function MailSettings({ member }: { readonly member: CurrentUser }) {
  const text = useText();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (body: Wishes) => answerTo(api.POST('/api/setting/profile', { body })),
    onSuccess: (changed) => queries.setQueryData(sessionQuery.queryKey, changed),
  });
  // Shown at once, before the server has it; what it refuses goes back to what it was.
  const [wanted, setWanted] = useState<Wishes>(member);
  const choose = (wish: Wishes) => {
    setWanted((before) => ({ ...before, ...wish }));
    saving.mutate(wish, { onError: () => setWanted(member) });
  };
  return (
    <Panel title={text('settings.mails')} lead={text('settings.mails.lead')}>
      <div className={css.form}>
        <label className={css.choice}>
          <input
            type="checkbox"
            checked={wanted.mentionMails ?? member.mentionMails}
            onChange={(event) => choose({ mentionMails: event.target.checked })}
          />
          {text('settings.mails.mentions')}
        </label>
        <SelectField
          label={text('settings.mails.language')}
          value={wanted.language ?? member.language}
          options={locales.map((locale) => [locale, languages[locale]])}
          onChange={(value) => {
            const language = locales.find((locale) => locale === value);
            if (language) choose({ language });
          }}
        />
        {saving.isError && <ProblemNote error={saving.error} />}
        {saving.isSuccess && <Note good>{text('settings.saved')}</Note>}
      </div>
    </Panel>
  );
}
