import { Component, createRef, type ReactNode } from 'react';

interface Props {
  readonly className: string | undefined;
  readonly children: ReactNode;
}

interface Place {
  readonly field: Element;
  readonly top: number;
}

/**
 * Holds the text field that somebody writes in where it is in the window while what is in here grows or shrinks above
 * it. Browsers hold what is at the window's upper edge instead, and the field would slip away below.
 */
export class ScrollAnchor extends Component<Props> {
  private readonly box = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Place | null {
    const field = this.field();
    return field ? { field, top: field.getBoundingClientRect().top } : null;
  }

  override componentDidUpdate(_: Props, __: object, before: Place | null): void {
    if (!before) return;
    const moved = before.field.getBoundingClientRect().top - before.top;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  }

  override render() {
    return (
      <div ref={this.box} className={this.props.className}>
        {this.props.children}
      </div>
    );
  }

  /** The field with the focus, if it stands below and is in sight. */
  private field(): Element | undefined {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement) || !this.box.current) return undefined;
    // A docked box stays in sight by itself.
    if (field.closest('[data-docked]')) return undefined;
    const { top, bottom } = field.getBoundingClientRect();
    const isInSight = bottom > 0 && top < window.innerHeight;
    const place = this.box.current.compareDocumentPosition(field);
    const isBelow = (place & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const isInside = (place & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;
    return isInSight && isBelow && !isInside ? field : undefined;
  }
}
