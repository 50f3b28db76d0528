import '@github/text-expander-element';
import type { TextExpanderChangeEvent, TextExpanderResult } from '@github/text-expander-element';
import type TextExpanderElement from '@github/text-expander-element';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { membersQuery } from '@/lib/entities/member';
import { apply } from './apply';
import type { Command } from './edits';
import { optionsFor } from './members';
import css from './editor.module.css';

declare module 'react/jsx-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'text-expander': React.DetailedHTMLProps<
        React.HTMLAttributes<HTMLElement>,
        TextExpanderElement
      > & {
        readonly keys: string;
        readonly class: string | undefined;
      };
    }
  }
}

/** Offers members' names after an @. Where they cannot be had, typing simply goes on. */
export function Mentions({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const queries = useQueryClient();
  const element = useRef<TextExpanderElement>(null);
  const label = text('editor.mentions');

  useEffect(() => {
    const expander = element.current;
    if (!expander) return;
    const stop = new AbortController();
    const on = (name: string, listener: (event: CustomEvent) => void) =>
      expander.addEventListener(name, listener as EventListener, { signal: stop.signal });

    // Answers may overtake each other: an earlier question waits for what the latest one finds.
    let latest: Promise<TextExpanderResult> | undefined;
    let typed = '';
    on('text-expander-change', (event: TextExpanderChangeEvent) => {
      const prefix = event.detail?.text ?? '';
      typed = prefix;
      if (prefix === '') return;
      const found = queries.query(membersQuery(prefix)).then(
        ({ items }) => ({
          matched: items.length > 0,
          fragment: optionsFor(items, label, css.options),
        }),
        () => ({ matched: false }),
      );
      latest = found;
      event.detail?.provide(
        found.then((result) => (latest === found ? result : (latest ?? result))),
      );
    });
    on('text-expander-value', (event: CustomEvent<{ item: HTMLElement }>) => {
      // Put in by us as if it had been typed: what the expander puts in could not be undone.
      event.preventDefault();
      const input = expander.querySelector('textarea');
      if (input) apply(completion(typed, event.detail.item.dataset.name ?? ''), input);
    });
    return () => stop.abort();
  }, [queries, label]);

  return (
    <text-expander ref={element} keys="@" class={css.mentions}>
      {children}
    </text-expander>
  );
}

/** Replaces the @ before the caret and what was typed after it. */
const completion =
  (typed: string, name: string): Command =>
  ({ end }) => {
    const from = end - typed.length - 1;
    const insert = `@${name} `;
    const caret = from + insert.length;
    return { from, to: end, insert, start: caret, end: caret };
  };
