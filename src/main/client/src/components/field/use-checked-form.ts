import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { formText } from '@/lib/form';
import { useText } from '@/lib/i18n/use-text';
import type { FieldRule } from './checks';
import { serverMessage } from './field-text';

interface Options<F extends string> {
  readonly rules: Readonly<Record<F, FieldRule>>;
  /** What sending failed with; what it says of fields is shown at them. */
  readonly error: unknown;
  /** Whether it is being sent, and nothing else can be. */
  readonly busy: boolean;
  readonly onSend: (values: Readonly<Record<F, string>>, form: HTMLFormElement) => void;
}

type Errors<F extends string> = Readonly<Partial<Record<F, string>>>;

/**
 * A form that says what is missing or wrong under its fields, all at once and in the reader's language, when it is
 * sent; the browser's own bubbles say one at a time, in the browser's language. The first such field gets the focus.
 * What was corrected is no longer said.
 */
export function useCheckedForm<F extends string>({ rules, error, busy, onSend }: Options<F>) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const names = Object.keys(rules) as F[];
  const [wrong, setWrong] = useState<ReadonlySet<F>>(new Set());
  const [values, setValues] = useState<Partial<Record<F, string>>>({});
  /** The error that belongs to values which have been changed since, by field. */
  const [outdated, setOutdated] = useState<Partial<Record<F, unknown>>>({});

  const errors: Errors<F> = Object.fromEntries(
    names.flatMap((name) => {
      const own = wrong.has(name) ? rules[name].check(values[name] ?? '', text) : undefined;
      const told =
        outdated[name] === error ? undefined : serverMessage(error, name, text, rules[name].limits);
      const message = own ?? told;
      return message === undefined ? [] : [[name, message]];
    }),
  ) as Errors<F>;

  const focusFirst = (isWrong: (name: F) => boolean) => {
    const name = names.find(isWrong);
    const field = name && form.current?.elements.namedItem(name);
    if (field instanceof HTMLElement) field.focus();
  };
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (told.current === error) return;
    told.current = error;
    focusFirst((name) => errors[name] !== undefined);
  });

  const props = {
    ref: form,
    noValidate: true,
    onSubmit(event: SyntheticEvent<HTMLFormElement>) {
      event.preventDefault();
      if (busy) return;
      const data = new FormData(event.currentTarget);
      const read = Object.fromEntries(names.map((name) => [name, formText(data, name)])) as Record<
        F,
        string
      >;
      const faulty = names.filter((name) => rules[name].check(read[name], text) !== undefined);
      setValues(read);
      setWrong(new Set(faulty));
      if (faulty.length === 0) onSend(read, event.currentTarget);
      else focusFirst((name) => faulty.includes(name));
    },
    onInput(event: SyntheticEvent<HTMLFormElement>) {
      const { name, value } = event.target as HTMLInputElement;
      if (!names.includes(name as F)) return;
      setValues((before) => ({ ...before, [name]: value }));
      setOutdated((before) => ({ ...before, [name]: error }));
    },
  };
  return { props, errors };
}
