import { type CSSProperties, useState } from 'react';
import type { Author } from '@/lib/api/types';
import { classNames } from '@/lib/class-names';
import css from './avatar.module.css';
import { hueOf, initialsOf } from './generated';

interface Props {
  readonly member: Pick<Author, 'id' | 'username' | 'image'>;
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
}

/** At the usual size of text; the style sheet says the same, for every size. */
const PIXELS = { small: 24, medium: 40, large: 52, huge: 96 } as const;

/**
 * A member's picture, or their initials on a colour of their own, also where the picture was removed meanwhile. The
 * name always stands beside it in words.
 */
export function Avatar({ member, size = 'medium' }: Props) {
  const [gone, setGone] = useState<string>();
  const [tiny, setTiny] = useState(false);
  if (member.image && member.image !== gone) {
    return (
      <img
        className={classNames(css.avatar, css[size], tiny && css.tiny)}
        src={member.image}
        width={PIXELS[size]}
        height={PIXELS[size]}
        alt=""
        loading="lazy"
        decoding="async"
        onLoad={(event) => setTiny(event.currentTarget.naturalWidth < PIXELS[size])}
        onError={() => setGone(member.image ?? undefined)}
      />
    );
  }
  return (
    <span
      className={classNames(css.avatar, css[size])}
      style={{ '--hue': hueOf(member.id) } as CSSProperties}
      data-initials={initialsOf(member.username)}
      aria-hidden="true"
    />
  );
}
