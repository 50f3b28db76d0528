import '@github/text-expander-element';
import type { TextExpanderChangeEvent, TextExpanderResult } from '@github/text-expander-element';
import type TextExpanderElement from '@github/text-expander-element';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { membersQuery } from '@/lib/entities/member';
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

interface Props {
  readonly children: ReactNode;
  /** The whole text after a name was put in. */
  readonly onComplete: (value: string) => void;
}

/** Offers members' names after an @. Where they cannot be had, typing simply goes on. */
export function Mentions({ children, onComplete }: Props) {
  const text = useText();
  const queries = useQueryClient();
  const element = useRef<TextExpanderElement>(null);
  const label = text('editor.mentions');
  const complete = useEffectEvent(onComplete);

  useEffect(() => {
    const expander = element.current;
    if (!expander) return;
    const stop = new AbortController();
    const on = (name: string, listener: (event: CustomEvent) => void) =>
      expander.addEventListener(name, listener as EventListener, { signal: stop.signal });

    // Answers may overtake each other: an earlier question waits for what the latest one finds.
    let latest: Promise<TextExpanderResult> | undefined;
    on('text-expander-change', (event: TextExpanderChangeEvent) => {
      const prefix = event.detail?.text ?? '';
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
    on('text-expander-value', (event: CustomEvent<{ item: HTMLElement; value: string | null }>) => {
      event.detail.value = `@${event.detail.item.dataset.name ?? ''}`;
    });
    on('text-expander-committed', (event: CustomEvent<{ input: HTMLTextAreaElement }>) => {
      complete(event.detail.input.value);
    });
    return () => stop.abort();
  }, [queries, label]);

  return (
    <text-expander ref={element} keys="@" class={css.mentions}>
      {children}
    </text-expander>
  );
}
