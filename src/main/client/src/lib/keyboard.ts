import type { KeyboardEvent } from 'react';

/**
 * Whether the key belongs to an input method, which puts Chinese, Japanese or Korean together: its Enter takes a
 * candidate. Safari ends the composition before it tells of that key, and marks it with the code 229 (UI Events, 7.3.1).
 */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
