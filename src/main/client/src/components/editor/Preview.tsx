import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewQuery } from '@/lib/entities/preview';
import { useText } from '@/lib/i18n/use-text';
import { useDebounced } from '@/lib/use-debounced';
import { Prose } from '../prose/Prose';
import { problemBody } from '../state/problem-text';
import css from './editor.module.css';

/** Long enough that not every key asks the server, short enough to be felt as at once. */
const PAUSE = 350;

/** The text as the forum will show it, rendered by the server: the one renderer there is. */
export function Preview({ content }: { readonly content: string }) {
  const text = useText();
  const settled = useDebounced(content, PAUSE);
  const preview = useQuery({ ...previewQuery(settled), placeholderData: keepPreviousData });
  return (
    <section className={css.preview} aria-label={text('editor.preview')}>
      {preview.data && <Prose html={preview.data.html} />}
      {preview.isError && <p className={css.previewError}>{problemBody(preview.error, text)}</p>}
    </section>
  );
}
