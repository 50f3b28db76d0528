import { CloudOff, SearchX, TriangleAlert } from 'lucide-react';
import { hasStatus, isTemporary } from '@/lib/api/problem';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { Button, ButtonLink } from '../button/Button';
import { Note } from './Note';
import { State } from './State';
import { problemBody, problemTitle } from './problem-text';

interface Props {
  readonly error: unknown;
  readonly level?: 'page' | 'part';
  readonly onRetry: () => void;
}

/** In place of what could not be had. */
export function ProblemState({ error, level = 'page', onRetry }: Props) {
  const text = useText();
  const gone = hasStatus(error, 404);
  const picture = gone ? <SearchX /> : isTemporary(error) ? <CloudOff /> : <TriangleAlert />;
  return (
    <div role="alert">
      <State
        level={level}
        picture={picture}
        title={problemTitle(error, text)}
        actions={
          <>
            {!gone && (
              <Button look="primary" onClick={onRetry}>
                {text('action.retry')}
              </Button>
            )}
            {level === 'page' && <ButtonLink to={paths.home}>{text('action.home')}</ButtonLink>}
          </>
        }
      >
        {problemBody(error, text)}
      </State>
    </div>
  );
}

/** Beside a form or list that stays usable: what was typed is still there. */
export function ProblemNote({ error }: { readonly error: unknown }) {
  const text = useText();
  return <Note>{problemBody(error, text)}</Note>;
}
