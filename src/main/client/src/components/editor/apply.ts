import type { Command } from './edits';

/**
 * Applies a command as if it had been typed, so that the browser's undo takes it back. `execCommand` is the one way
 * there is to do that; where a browser has dropped it, the text changes all the same, without undo.
 */
export function apply(command: Command, input: HTMLTextAreaElement): void {
  const { from, to, insert, start, end } = command({
    text: input.value,
    start: input.selectionStart,
    end: input.selectionEnd,
  });
  input.focus();
  input.setSelectionRange(from, to);
  if (!typed(insert)) {
    input.setRangeText(insert, from, to, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  input.setSelectionRange(start, end);
}

function typed(text: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return 'execCommand' in document && document.execCommand('insertText', false, text);
}
