import { wholeNumber } from '@/lib/format';
import { useRegion, useText } from '@/lib/i18n/use-text';
import { lengthOf } from '@/lib/length';
import { classNames } from '@/lib/class-names';
import css from './editor.module.css';

/** How much is written of what may be; read out only when the end is near. */
export function CharacterCount({ value, max }: { readonly value: string; readonly max: number }) {
  const text = useText();
  const region = useRegion();
  const count = lengthOf(value);
  const near = count > max * 0.9;
  return (
    <span
      className={classNames(css.count, count > max && css.over)}
      role={near ? 'status' : undefined}
    >
      {text('editor.count', { count: wholeNumber(count, region), max: wholeNumber(max, region) })}
    </span>
  );
}
