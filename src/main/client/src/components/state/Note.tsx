import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import css from './state.module.css';

interface Props {
  readonly good?: boolean;
  readonly children: ReactNode;
}

/** A sentence about how it went, read out as it appears. */
export function Note({ good, children }: Props) {
  return (
    <p className={classNames(css.note, good && css.good)} role={good ? 'status' : 'alert'}>
      {children}
    </p>
  );
}
