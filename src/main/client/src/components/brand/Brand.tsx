import css from './brand.module.css';

/** Two voices that meet: one bubble open, one filled, sharing a corner. The same picture is the favicon. */
export function BrandMark() {
  return (
    <svg className={css.mark} viewBox="0 0 32 32" aria-hidden="true">
      <path
        className={css.back}
        d="M12 2h9a9 9 0 0 1 9 9v4a9 9 0 0 1-9 9h-.4v4.2a.8.8 0 0 1-1.3.6L13 24a9 9 0 0 1-9-9v-4a9 9 0 0 1 8-9z"
      />
      <path className={css.voice} d="M11 10.2h11M11 15.8h6.5" />
    </svg>
  );
}
