/** Whether texts are typed on the screen here: such a keyboard has no Shift+Enter. */
export function hasTouchKeyboard(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}
