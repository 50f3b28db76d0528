import { useText } from '@/lib/i18n/use-text';
import { Note } from './Note';
import { problemBody } from './problem-text';

/** Beside a form whose text is sent by itself as soon as the forum is back. */
export function NotSent({ error }: { readonly error: unknown }) {
  const text = useText();
  return (
    <Note>
      {error !== null && `${problemBody(error, text)} `}
      {text('editor.notSent')}
    </Note>
  );
}
