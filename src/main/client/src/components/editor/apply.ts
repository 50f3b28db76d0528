import type { Command } from './edits';

export type Input = HTMLTextAreaElement | HTMLInputElement;

/**
 * Applies a command as if it had been typed, so that the browser's undo takes it back. `execCommand` is the one way
 * there is to do that; where a browser has dropped it, the text changes all the same, without undo.
 */
export function apply(command: Command, input: Input): void {
  const { from, to, insert, start, end } = command({
    text: input.value,
    start: input.selectionStart ?? input.value.length,
    end: input.selectionEnd ?? input.value.length,
  });
  // What is written stays where the reader sees it.
  input.focus({ preventScroll: true });
  input.setSelectionRange(from, to);
  const changes = from !== to || insert !== '';
  if (changes && !typed(insert)) {
    input.setRangeText(insert, from, to, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  input.setSelectionRange(start, end);
}

function typed(text: string): boolean {
  if (!('execCommand' in document)) return false;
  return text === ''
    ? // eslint-disable-next-line @typescript-eslint/no-deprecated
      document.execCommand('delete')
    : // eslint-disable-next-line @typescript-eslint/no-deprecated
      document.execCommand('insertText', false, text);
}
