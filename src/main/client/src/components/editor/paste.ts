import stripAnsi from 'strip-ansi';
import { apply, type Input } from './apply';
import { styleOf } from './style-of';
import { insertText, isAddress, linkSelected, trimmed } from './edits';

/** Elements that plain text would lose. */
const FORMATTED =
  'a[href], b, strong, i, em, s, del, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, code, img, hr, [style*="font-weight"], [style*="font-style"]';

/** Milliseconds to wait for the converter, on a slow line, before the plain text is put in. */
const PATIENCE = 3_000;

/**
 * Pastes as the writer means it: an address over a selected text links it, formatted text becomes Markdown, and the
 * colours of a terminal, which are control sequences, go. False where the browser does it.
 */
export function paste(data: DataTransfer, input: Input): boolean {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  const selected = {
    text: input.value,
    start: input.selectionStart ?? 0,
    end: input.selectionEnd ?? 0,
  };
  if (isAddress(plain.trim()) && isLinkable(selected)) {
    apply(linkSelected(plain.trim()), input);
    return true;
  }
  const clean = withoutSequences(plain);
  if (input instanceof HTMLTextAreaElement && html !== '' && isFormatted(html)) {
    void inMarkdown(html, clean).then((markdown) => apply(insertText(markdown), input));
    return true;
  }
  if (clean === plain) return false;
  apply(insertText(clean), input);
  return true;
}

/** Also sequences whose beginning is lost, as when half a line was selected, keep no bare ESC. */
const withoutSequences = (text: string): string => stripAnsi(text).replaceAll(/\u001B/g, '');

/** Whether an address may be put behind the selected text. */
function isLinkable(selected: { text: string; start: number; end: number }): boolean {
  const { text, start, end } = trimmed(selected);
  const chosen = text.slice(start, end);
  const isAddressOfLink = text.slice(0, start).endsWith('](');
  return chosen.trim() !== '' && !chosen.includes('\n') && !isAddress(chosen) && !isAddressOfLink;
}

function isFormatted(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  // A code editor gives its colours as HTML: the text is the code.
  const isCode = [...body.querySelectorAll('div[style], span[style]')].some(
    (element) =>
      /^pre/.test(styleOf(element, 'white-space')) &&
      /mono|consolas|courier|menlo/i.test(styleOf(element, 'font-family')),
  );
  return !isCode && body.querySelector(FORMATTED) !== null;
}

async function inMarkdown(html: string, plain: string): Promise<string> {
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(plain), PATIENCE));
  const converted = import('./html-to-markdown').then(({ toMarkdown }) => toMarkdown(html));
  try {
    const markdown = withoutSequences(await Promise.race([converted, late]));
    return markdown === '' ? plain : markdown;
  } catch {
    return plain;
  }
}
