import { fieldError } from '@/lib/api/field-errors';
import { problemOf } from '@/lib/api/problem';
import type { MessageId } from '@/lib/i18n/i18n';
import type { Text } from '@/lib/i18n/use-text';

/** How long a text may be, in code points. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/** What is wrong with a field in general, by the server's code. */
const general: Readonly<Record<string, MessageId>> = {
  required: 'field.required',
  control_character: 'field.control',
};

/** What is wrong with a certain field. */
const special: Readonly<Record<string, MessageId>> = {
  'username invalid': 'field.username.invalid',
  'username taken': 'field.username.taken',
  'email invalid': 'field.email.invalid',
  'email taken': 'field.email.taken',
  'oldPassword wrong': 'field.oldPassword.wrong',
};

/** What the server says of a field, in the reader's language as far as we know what it says. */
export function serverMessage(
  error: unknown,
  field: string,
  text: Text,
  { min, max }: Limits = {},
): string | undefined {
  const told = problemOf(error)?.errors?.find((each) => each.field === field);
  if (!told) return undefined;
  const { code } = told;
  if (code === 'too_short' && min !== undefined) return text('field.tooShort', { min });
  if (code === 'too_long' && max !== undefined) return text('field.tooLong', { max });
  const known = special[`${field} ${code}`] ?? general[code];
  return known ? text(known) : fieldError(error, field);
}

/** The same for what can be said before anything is sent. */
export function lengthMessage(
  value: string,
  text: Text,
  { min = 1, max = Infinity }: Limits,
): string | undefined {
  const length = Array.from(value).length;
  if (length === 0 && min > 0) return text('field.required');
  if (length < min) return text('field.tooShort', { min });
  return length > max ? text('field.tooLong', { max }) : undefined;
}
