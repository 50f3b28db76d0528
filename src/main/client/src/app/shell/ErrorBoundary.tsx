import { Component, type ReactNode } from 'react';
import { Button } from '@/components/button/Button';
import { ProblemState } from '@/components/state/Problem';
import { State } from '@/components/state/State';
import { useText } from '@/lib/i18n/use-text';
import { useStore } from '@/lib/store';
import { isUpdated } from '@/lib/updates';

interface Failure {
  readonly error: unknown;
}

/**
 * Keeps the header and the way home when a page breaks, or when its code cannot be fetched: after an update of the
 * server the files of the page that is still open may be gone, and loading anew brings the new ones.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Failure> {
  override state: Failure = { error: null };

  static getDerivedStateFromError(error: unknown): Failure {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Broken error={error} />;
  }
}

function Broken({ error }: { readonly error: unknown }) {
  const text = useText();
  const updated = useStore(isUpdated);
  const reload = () => window.location.reload();
  if (!updated) return <ProblemState error={error} onRetry={reload} />;
  return (
    <div role="alert">
      <State
        level="page"
        title={text('update.title')}
        actions={
          <Button look="primary" onClick={reload}>
            {text('update.action')}
          </Button>
        }
      >
        {text('update.body')}
      </State>
    </div>
  );
}
