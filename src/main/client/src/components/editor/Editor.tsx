import { Eye } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { isComposing } from '@/lib/keyboard';
import { lengthOf } from '@/lib/length';
import { storage } from '@/lib/storage';
import { createStore, useStore } from '@/lib/store';
import { apply } from './apply';
import { CharacterCount } from './CharacterCount';
import { commandFor } from './commands';
import type { Command } from './edits';
import { nextLine } from './lists';
import { Mentions } from './Mentions';
import { paste } from './paste';
import { Preview } from './Preview';
import { Toolbar } from './Toolbar';
import css from './editor.module.css';

const PREVIEW = 'parley.preview';
const previewing = createStore(storage.read(PREVIEW) !== 'off');

interface Props {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
  /** Ctrl and Enter. */
  readonly onSubmit: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** Where Markdown is written, with what the server makes of it below. */
export function Editor({ label, value, max, error, placeholder, onChange, onSubmit, ref }: Props) {
  const text = useText();
  const id = useId();
  const preview = useStore(previewing);
  const tooLong = lengthOf(value) > max;
  const wrong = error ?? (tooLong ? text('editor.tooLong', { max }) : undefined);
  const input = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
      return;
    }
    const edit = commandFor(event)?.edit ?? lineOf(event);
    if (!edit) return;
    event.preventDefault();
    apply(edit, event.currentTarget);
  };
  const toggle = () => {
    storage.write(PREVIEW, preview ? 'off' : 'on');
    previewing.set(!preview);
  };
  return (
    <div className={css.editor}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <div className={css.frame}>
        <div className={css.bar}>
          <Toolbar
            controls={id}
            onCommand={({ edit }) => input.current && apply(edit, input.current)}
          />
          <button type="button" className={css.previewing} aria-pressed={preview} onClick={toggle}>
            <Eye aria-hidden />
            {text('editor.preview')}
          </button>
        </div>
        <Mentions>
          <textarea
            ref={(element) => {
              input.current = element;
              if (typeof ref === 'function') ref(element);
              else if (ref) ref.current = element;
            }}
            id={id}
            dir="auto"
            className={css.input}
            value={value}
            placeholder={placeholder}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${id}-below`}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              if (paste(event.clipboardData, event.currentTarget)) event.preventDefault();
            }}
          />
        </Mentions>
        <div id={`${id}-below`} className={css.below}>
          <span className={css.error}>{wrong}</span>
          <CharacterCount value={value} max={max} />
        </div>
      </div>
      {preview && value.trim() !== '' && <Preview content={value} />}
    </div>
  );
}

/** Enter in a list, unless something else is meant by it. */
function lineOf(event: KeyboardEvent<HTMLTextAreaElement>): Command | undefined {
  const plain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
  if (event.key !== 'Enter' || !plain || event.defaultPrevented) return undefined;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  const edit = nextLine({ text: value, start: selectionStart, end: selectionEnd });
  return edit && (() => edit);
}
