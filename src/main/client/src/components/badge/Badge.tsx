import { shortNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import css from './badge.module.css';

/** How many messages wait; nothing where none does. */
export function Badge({ count }: { readonly count: number }) {
  const text = useText();
  const region = useRegion();
  if (count === 0) return null;
  return (
    <span className={css.badge}>
      <span aria-hidden="true">{count < 100 ? shortNumber(count, region) : '99+'}</span>
      <span className="visually-hidden">{text('badge.unread', { count })}</span>
    </span>
  );
}
