import { Component, type ReactNode } from 'react';

/** Leaves out a part that fails, and reports it: the page around it stays usable. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
