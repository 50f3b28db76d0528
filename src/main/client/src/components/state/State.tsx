import type { ReactNode } from 'react';
import { PageHeading } from '../page/PageHeading';
import css from './state.module.css';

interface Props {
  readonly picture?: ReactNode;
  readonly title: string;
  /** Whether it stands for the whole page, whose heading it then has, or for a part of it. */
  readonly level?: 'page' | 'part';
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where there is nothing to show: why, and a way on. */
export function State({ picture, title, level = 'part', children, actions }: Props) {
  return (
    <div className={css.state}>
      {picture && (
        <span className={css.picture} aria-hidden="true">
          {picture}
        </span>
      )}
      {level === 'page' ? (
        <PageHeading title={title} className={css.title} />
      ) : (
        <h2 className={css.title}>{title}</h2>
      )}
      {children && <p className={css.body}>{children}</p>}
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
