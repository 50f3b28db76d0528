import { useText } from '@/lib/i18n/use-text';
import css from './skeleton.module.css';

interface LineProps {
  readonly width?: string;
  readonly height?: string;
}

/** Stands where a text will be, at its size, so that nothing moves when it comes. */
export function SkeletonLine({ width = '100%', height = '1em' }: LineProps) {
  return <span className={css.line} style={{ inlineSize: width, blockSize: height }} />;
}

export function SkeletonAvatar() {
  return <span className={css.avatar} />;
}

/** Says once that something is loading, for those who do not see the grey lines. */
export function Loading() {
  const text = useText();
  return (
    <p className="visually-hidden" role="status" data-loading>
      {text('state.loading')}
    </p>
  );
}
