import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { Button } from '@/components/button/Button';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemNote, ProblemState } from '@/components/state/Problem';
import { Time } from '@/components/time/Time';
import { Panel } from '@/components/panel/Panel';
import { answerTo, api } from '@/lib/api/client';
import type { Session } from '@/lib/api/types';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { sessionsQuery } from './entities';
import css from './settings.module.css';

export default function SessionSettings() {
  const text = useText();
  const sessions = useQuery(sessionsQuery);
  return (
    <Panel title={text('settings.sessions')} lead={text('settings.sessions.lead')}>
      {sessions.isPending && <Loading />}
      {sessions.isError && !sessions.data && (
        <ProblemState level="part" error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      <ul className={css.sessions}>
        {sessions.data?.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
    </Panel>
  );
}

function SessionRow({ session }: { readonly session: Session }) {
  const text = useText();
  const rich = useRichText();
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: () =>
      answerTo(api.DELETE('/api/sessions/{id}', { params: { path: { id: session.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <li className={css.session}>
      <MonitorSmartphone className={css.device} aria-hidden />
      <div className={css.sessionText}>
        <span className={css.sessionName}>
          {session.device}
          {session.current && (
            <span className={css.current}>{text('settings.sessions.current')}</span>
          )}
        </span>
        <span className={css.lead}>
          {rich('settings.sessions.seen', { time: <Time at={session.lastSeenAt} /> })}
        </span>
        {revoking.isError && <ProblemNote error={revoking.error} />}
      </div>
      {!session.current && (
        <Button
          small
          busy={revoking.isPending}
          aria-label={text('settings.sessions.revokeNamed', { device: session.device })}
          onClick={() => revoking.mutate()}
        >
          {text('settings.sessions.revoke')}
        </Button>
      )}
    </li>
  );
}
