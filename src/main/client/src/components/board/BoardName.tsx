import type { CSSProperties } from 'react';
import { hueOf } from '../avatar/generated';
import css from './board.module.css';

interface Props {
  readonly id: number;
  readonly title: string;
  /** As `#rrggbb`; without one the board has a hue of its own. */
  readonly colour?: string | null | undefined;
}

/** A board's name after a dot of its colour. */
export function BoardName({ id, title, colour }: Props) {
  const style = (colour ? { background: colour } : { '--hue': hueOf(id) }) as CSSProperties;
  return (
    <span className={css.board}>
      <span className={css.dot} style={style} aria-hidden="true" />
      <span className={css.name} dir="auto">
        {title}
      </span>
    </span>
  );
}
