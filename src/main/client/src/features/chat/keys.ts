import type { KeyboardEvent } from 'react';

/** Whether texts are typed on the screen here: such a keyboard has no Shift+Enter. */
export function hasTouchKeyboard(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

/**
 * Whether the key belongs to an input method, which puts Chinese, Japanese or Korean together: its Enter takes a
 * candidate. Safari ends the composition before it tells of that key, and marks it with the code 229 (UI Events, 7.3.1).
 */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
