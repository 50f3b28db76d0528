import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { Button } from '@/components/button/Button';
import { SelectField } from '@/components/field/SelectField';
import { Pagination } from '@/components/pagination/Pagination';
import { useFirstItemFocus } from '@/components/pagination/use-first-item-focus';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { Time } from '@/components/time/Time';
import { answerTo, api } from '@/lib/api/client';
import { classNames } from '@/lib/class-names';
import { exactTime } from '@/lib/format';
import { useRegion, useRichText, useText } from '@/lib/i18n/use-text';
import { usePageNumber } from '@/lib/use-page-number';
import { type Mail, mailsQuery, refreshAdmin } from './entities';
import { useChoices } from './use-choices';
import { mailKind } from './words';
import listCss from './list.module.css';
import pageCss from './page.module.css';

const STATES = ['failed', 'queued', 'sending', 'sent', 'skipped'] as const;
const FIRST = 'li[tabindex="-1"]';

/** The outbox: each mail and its state, newest first. */
export default function MailsPanel() {
  const text = useText();
  const choices = useChoices();
  const page = usePageNumber();
  const list = useRef<HTMLUListElement>(null);
  const state = STATES.find((each) => each === choices.get('state'));
  const mails = useQuery(mailsQuery({ page, ...(state && { state }) }));
  useFirstItemFocus(list, FIRST, mails.data?.page === page);
  return (
    <Panel title={text('admin.mails')} lead={text('admin.mails.lead')}>
      <div className={pageCss.filters}>
        <SelectField
          label={text('admin.mails.state')}
          value={state ?? ''}
          options={[
            ['', text('admin.mails.any')],
            ...STATES.map((each) => [each, text(`admin.mailState.${each}`)] as const),
          ]}
          onChange={(next) => choices.set({ state: next })}
        />
      </div>
      {mails.isPending && <Loading />}
      {mails.isError && !mails.data && (
        <ProblemState level="part" error={mails.error} onRetry={() => void mails.refetch()} />
      )}
      {mails.data && (
        <>
          <p className={pageCss.count} role="status">
            {text('admin.mails.count', { count: mails.data.total })}
          </p>
          <ul ref={list} className={listCss.list} aria-busy={mails.isPlaceholderData}>
            {mails.data.items.map((mail) => (
              <li key={mail.id} className={listCss.item} tabIndex={-1}>
                <MailRow mail={mail} />
              </li>
            ))}
          </ul>
          <Pagination {...mails.data} label={text('admin.pages')} />
        </>
      )}
    </Panel>
  );
}

function MailRow({ mail }: { readonly mail: Mail }) {
  const text = useText();
  const rich = useRichText();
  const region = useRegion();
  const queries = useQueryClient();
  const { state } = mail;
  const retrying = useMutation({
    mutationFn: () =>
      answerTo(api.POST('/api/admin/mails/{id}/retry', { params: { path: { id: mail.id } } })),
    // Whatever came of it: the list may be older than the mail's state.
    onSettled: () => refreshAdmin(queries),
  });
  const canRetry = state === 'failed' || state === 'skipped';
  const look = { failed: listCss.bad, sent: listCss.good }[state as string];
  return (
    <div className={listCss.row}>
      <div className={listCss.rowText}>
        <span className={listCss.rowName}>
          {mailKind(mail.kind, text)}
          <span className={classNames(listCss.state, look)}>
            {text(`admin.mailState.${state}`)}
          </span>
        </span>
        <span className={listCss.facts}>{mail.recipient}</span>
        <span className={listCss.facts}>
          {rich('admin.mails.when', {
            time: <Time at={mail.sentAt ?? mail.createdAt} />,
            attempts: text('admin.mails.attempts', { count: mail.attempts }),
          })}
        </span>
        {state === 'queued' && mail.attempts > 0 && mail.nextAttemptAt !== null && (
          <span className={listCss.facts}>
            {text('admin.mails.next', { time: exactTime(new Date(mail.nextAttemptAt), region) })}
          </span>
        )}
        {mail.lastError !== null && state !== 'sent' && (
          <span className={listCss.reason}>{mail.lastError}</span>
        )}
        {retrying.isError && <ProblemNote error={retrying.error} />}
      </div>
      {canRetry && (
        <div className={listCss.rowActions}>
          <Button
            small
            busy={retrying.isPending}
            aria-label={text('admin.mails.retryNamed', { recipient: mail.recipient })}
            onClick={() => retrying.mutate()}
          >
            {text('admin.mails.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
