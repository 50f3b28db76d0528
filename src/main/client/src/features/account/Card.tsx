import type { ReactNode } from 'react';
import { BrandMark } from '@/components/brand/Brand';
import { PageHeading } from '@/components/page/PageHeading';
import css from './account.module.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
}

/** The frame of the pages about signing in. */
export function Card({ title, lead, children, footer }: Props) {
  return (
    <div className={css.page}>
      <section className={css.card}>
        <BrandMark />
        <div className={css.head}>
          <PageHeading title={title} className={css.title} />
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {children}
      </section>
      {footer && <p className={css.footer}>{footer}</p>}
    </div>
  );
}
