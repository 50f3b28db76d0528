import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import { Button } from '../button/Button';
import css from './pill.module.css';

interface Props {
  /** At the lower edge of the window, or at the upper end of the list that it is about. */
  readonly at: 'window' | 'list';
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** Offers what is new. It lies over the page, so that nothing moves when it comes or goes. */
export function Pill({ at, onClick, children }: Props) {
  return (
    <div className={classNames(css.place, css[at], 'no-print')}>
      <Button look="primary" small className={css.pill} onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}
