import { Component, type ReactNode } from 'react';
import { ProblemState } from '@/components/state/Problem';

interface State {
  readonly error: unknown;
}

/**
 * Keeps the header and the way home when a page breaks, or when its code cannot be fetched: after an update of the
 * server the files of the page that is still open may be gone, and loading anew brings the new ones.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <ProblemState error={error} onRetry={() => window.location.reload()} />;
  }
}
