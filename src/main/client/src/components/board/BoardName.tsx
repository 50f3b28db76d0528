import type { CSSProperties } from 'react';
import { hueOf } from '../avatar/generated';
import css from './board.module.css';

/** A board's name after a dot of its colour. */
export function BoardName({ id, title }: { readonly id: number; readonly title: string }) {
  return (
    <span className={css.board}>
      <span
        className={css.dot}
        style={{ '--hue': hueOf(id) } as CSSProperties}
        aria-hidden="true"
      />
      <span className={css.name} dir="auto">
        {title}
      </span>
    </span>
  );
}
