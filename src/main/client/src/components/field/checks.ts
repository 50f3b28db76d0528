import type { Text } from '@/lib/i18n/use-text';
import { lengthMessage, type Limits } from './field-text';

/** What is wrong with a value; undefined where nothing is. The server checks the same once more. */
export type Check = (value: string, text: Text) => string | undefined;

export interface FieldRule {
  readonly check: Check;
  readonly limits?: Limits;
}

const USERNAME = /^[\p{L}\p{M}\p{N}_-]+$/u;
/** As the server has it: only a mail can show whether the address works. */
const EMAIL = /^[^\p{Z}\p{C}@"<>(),:;\\[\]]+@[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u;

/** A text that is trimmed before it counts. */
export const line = (limits: Limits = {}): FieldRule => ({
  limits,
  check: (value, text) => lengthMessage(value.trim(), text, limits),
});

export const secret = (limits: Limits = {}): FieldRule => ({
  limits,
  check: (value, text) => lengthMessage(value, text, limits),
});

export const optional = ({ max = Infinity }: Limits): FieldRule => ({
  limits: { max },
  check: (value, text) => lengthMessage(value.trim(), text, { min: 0, max }),
});

export const username = (limits: Limits): FieldRule => ({
  limits,
  check: (value, text) =>
    lengthMessage(value.trim(), text, limits) ??
    (USERNAME.test(value.trim()) ? undefined : text('field.username.invalid')),
});

export const email: FieldRule = {
  limits: { max: 254 },
  check: (value, text) =>
    lengthMessage(value.trim(), text, { max: 254 }) ??
    (EMAIL.test(value.trim()) ? undefined : text('field.email.invalid')),
};
