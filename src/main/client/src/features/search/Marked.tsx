import type { ReactNode } from 'react';
import css from './marked.module.css';

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const decoded = (html: string): string =>
  html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** A text of the server whose only elements are marks. It is taken apart, not put into the page as it is. */
export function Marked({ html }: { readonly html: string }): ReactNode {
  return html.split(/<mark>(.*?)<\/mark>/s).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={index} className={css.mark}>
        {decoded(part)}
      </mark>
    ) : (
      decoded(part)
    ),
  );
}
