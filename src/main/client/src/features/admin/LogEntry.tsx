import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Time } from '@/components/time/Time';
import { boardsQuery } from '@/lib/entities/board';
import { useRichText, useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import type { AuditEntry } from './entities';
import { actionName, targetName } from './words';
import listCss from './list.module.css';
import logCss from './log.module.css';

/** Who did what to what, and on demand from where, why and with which values. */
export function LogEntry({ entry }: { readonly entry: AuditEntry }) {
  const text = useText();
  const rich = useRichText();
  const { actor, action, targetType, targetId, network, reason } = entry;
  const details = Object.entries(entry.details);
  const who = actor ? (
    <Link to={paths.user(actor.id)} dir="auto">
      {actor.username}
    </Link>
  ) : (
    text('admin.log.nobody')
  );
  const target = targetName(targetType, text);
  // A board that still exists has a name.
  const boards = useQuery({ ...boardsQuery, enabled: targetType === 'board' });
  const board = boards.data?.items.find(({ id }) => targetType === 'board' && id === targetId);
  const what =
    targetId === null
      ? target
      : text('admin.log.targetOf', { target, id: board?.title ?? targetId });
  return (
    <div className={listCss.row}>
      <div className={listCss.rowText}>
        <span className={listCss.rowName}>{actionName(action, text)}</span>
        <span className={listCss.facts}>
          {rich('admin.log.line', {
            who,
            what:
              targetType === 'member' && targetId !== null ? (
                <Link to={paths.user(targetId)}>{what}</Link>
              ) : (
                what
              ),
            time: <Time at={entry.at} />,
          })}
        </span>
        {reason !== null && reason !== '' && (
          <span className={listCss.reason} dir="auto">
            {text('admin.log.reason', { reason })}
          </span>
        )}
        {(details.length > 0 || network !== null) && (
          <details>
            <summary className={logCss.summary}>{text('admin.log.details')}</summary>
            <dl className={logCss.details}>
              {network !== null && (
                <>
                  <dt>{text('admin.log.network')}</dt>
                  <dd>{network}</dd>
                </>
              )}
              {details.map(([name, value]) => (
                <Detail key={name} name={name} value={value} />
              ))}
            </dl>
          </details>
        )}
      </div>
    </div>
  );
}

/** A change is the value before it and the value after it. */
function Detail({ name, value }: { readonly name: string; readonly value: unknown }) {
  const text = useText();
  const isChange =
    Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');
  const [before = '', after = ''] = isChange ? value : [];
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">
        {isChange
          ? text('admin.log.change', { before: shown(before), after: shown(after) })
          : shown(value)}
      </dd>
    </>
  );
}

function shown(value: unknown): string {
  if (value === '' || value === 'null') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
