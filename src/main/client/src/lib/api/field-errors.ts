import { problemOf } from './problem';

/** What the server says of one field; it is shown at that field. */
export function fieldError(error: unknown, field: string): string | undefined {
  return problemOf(error)?.errors?.find((each) => each.field === field)?.message;
}
