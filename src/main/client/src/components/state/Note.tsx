import type { ReactNode } from 'react';
import { names } from '@/lib/names';
import css from './state.module.css';

interface Props {
  readonly good?: boolean;
  readonly children: ReactNode;
}

/** A sentence about how it went, read out as it appears. */
export function Note({ good, children }: Props) {
  return (
    <p className={names(css.note, good && css.good)} role={good ? 'status' : 'alert'}>
      {children}
    </p>
  );
}
