import type { CSSProperties } from 'react';
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

/** A member's picture, or their initials on a colour of their own. The name always stands beside it in words. */
export function Avatar({ member, size = 'medium' }: Props) {
  const className = classNames(css.avatar, css[size]);
  if (member.image) {
    return (
      <img
        className={className}
        src={member.image}
        width={PIXELS[size]}
        height={PIXELS[size]}
        alt=""
        loading="lazy"
        decoding="async"
      />
    );
  }
  return (
    <span
      className={className}
      style={{ '--hue': hueOf(member.id) } as CSSProperties}
      data-initials={initialsOf(member.username)}
      aria-hidden="true"
    />
  );
}
