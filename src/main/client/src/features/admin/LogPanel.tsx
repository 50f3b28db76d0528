import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useRef } from 'react';
import { Pagination } from '@/components/pagination/Pagination';
import { useFirstItemFocus } from '@/components/pagination/use-first-item-focus';
import { Panel } from '@/components/panel/Panel';
import { Loading } from '@/components/skeleton/Skeleton';
import { ProblemState } from '@/components/state/Problem';
import { useText } from '@/lib/i18n/use-text';
import { usePageNumber } from '@/lib/use-page-number';
import { logQuery } from './entities';
import { exportAddress, logWanted } from './log-wanted';
import { LogEntry } from './LogEntry';
import { LogFilters } from './LogFilters';
import { useChoices } from './use-choices';
import listCss from './list.module.css';
import pageCss from './page.module.css';

const FORMATS = ['csv', 'json'] as const;
const FIRST = 'li[tabindex="-1"]';

/** What staff did, newest first. */
export default function LogPanel() {
  const text = useText();
  const choices = useChoices();
  const page = usePageNumber();
  const list = useRef<HTMLOListElement>(null);
  const wanted = logWanted(choices.get);
  const log = useQuery(logQuery({ ...wanted, page }));
  useFirstItemFocus(list, FIRST, log.data?.page === page);
  return (
    <Panel title={text('admin.log')} lead={text('admin.log.lead')}>
      <LogFilters choices={choices} />
      {log.isPending && <Loading />}
      {log.isError && !log.data && (
        <ProblemState level="part" error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data && (
        <>
          <div className={pageCss.bar}>
            <p className={pageCss.count} role="status">
              {text('admin.log.count', { count: log.data.total })}
            </p>
            {log.data.total > 0 &&
              FORMATS.map((format) => (
                <a
                  key={format}
                  className={pageCss.download}
                  href={exportAddress(wanted, format)}
                  download={`audit.${format}`}
                >
                  <Download aria-hidden />
                  {text(`admin.log.${format}`)}
                </a>
              ))}
          </div>
          <ol ref={list} className={listCss.list} aria-busy={log.isPlaceholderData}>
            {log.data.items.map((entry) => (
              <li key={entry.id} className={listCss.item} tabIndex={-1}>
                <LogEntry entry={entry} />
              </li>
            ))}
          </ol>
          <Pagination {...log.data} label={text('admin.pages')} />
        </>
      )}
    </Panel>
  );
}
