import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from '@/lib/class-names';
import css from './button.module.css';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
  readonly small?: boolean;
  /** The action is under way: the button says so, keeps the focus and takes no second click. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', small, busy, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(css.button, css[look], small && css.small, className)}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

interface ButtonLinkProps extends LinkProps {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly look?: Look;
  readonly small?: boolean;
}

export function ButtonLink({ look = 'plain', small, className, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(css.button, css[look], small && css.small, className)} />
  );
}

interface IconButtonProps extends ButtonProps {
  /** What it does, in words: for those who hear the page, and on hover. */
  readonly label: string;
  readonly children: ReactNode;
}

export function IconButton({ label, className, ...rest }: IconButtonProps) {
  return (
    <Button
      look="quiet"
      {...rest}
      className={classNames(css.icon, className)}
      aria-label={label}
      title={label}
    />
  );
}
