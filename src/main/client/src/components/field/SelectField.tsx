import { Field } from './Field';
import css from './field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The browser's own list: on a phone it is better than any that could be drawn. */
export function SelectField({ label, value, options, hint, error, onChange }: Props) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <select
          className={css.input}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...control}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
