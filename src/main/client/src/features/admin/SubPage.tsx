import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import css from './page.module.css';

interface Props {
  readonly title: string;
  /** Of the list that this is one of. */
  readonly back: string;
  /** What the list puts the focus on when one comes back from here. */
  readonly from: string;
  readonly children: ReactNode;
}

/** One of the things in a list, in place of the list. Its heading takes the focus, so that it is read. */
export function SubPage({ title, back, from, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={css.subPage}>
      <div>
        <Link className={css.back} to="?" state={{ from }}>
          <ArrowLeft aria-hidden />
          {back}
        </Link>
        <h2 ref={heading} tabIndex={-1} className={css.subTitle} dir="auto">
          {title}
        </h2>
      </div>
      {children}
    </div>
  );
}
