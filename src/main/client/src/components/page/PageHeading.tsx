import { useEffect, useRef, type ReactNode } from 'react';
import { usePageTitle } from './use-page-title';

interface Props {
  /** What the window is called, where the heading itself is more than words. */
  readonly title: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/**
 * The page's heading. After a change of page it takes the focus, unless the reader has already gone on to something:
 * who hears the page learns where they are, and the keyboard goes on from here.
 */
export function PageHeading({ title, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    if (document.activeElement?.id === 'main') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className} dir="auto">
      {children ?? title}
    </h1>
  );
}
