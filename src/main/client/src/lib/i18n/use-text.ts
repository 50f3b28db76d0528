import { useLingui } from '@lingui/react';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Locale, MessageId } from './i18n';

export type Text = (id: MessageId, values?: Record<string, unknown>) => string;

/** The texts of the chosen language; a component that uses them is drawn anew when the language changes. */
export function useText(): Text {
  const { _ } = useLingui();
  return (id, values) => _(id, values);
}

export function useLocale(): Locale {
  return useLingui().i18n.locale as Locale;
}

/** How dates and numbers are written: as the browser says for the chosen language, such as en-GB for English. */
export function useRegion(): string {
  const [language = ''] = useLocale().split('-');
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/**
 * A text with elements in it: `{name}` in the message stands where the element goes, so that a translation can move
 * it. Marks that no message holds take the elements' places while the message is put together.
 */
export function useRichText(): (id: MessageId, elements: Record<string, ReactNode>) => ReactNode {
  const text = useText();
  return (id, elements) => {
    const names = Object.keys(elements);
    const marked = text(
      id,
      Object.fromEntries(names.map((name, index) => [name, `\uE000${index}\uE000`])),
    );
    const parts = marked.split('\uE000').map((part, index) => {
      const name = index % 2 === 1 ? names[Number(part)] : undefined;
      return createElement(Fragment, { key: index }, name === undefined ? part : elements[name]);
    });
    return createElement(Fragment, null, ...parts);
  };
}
