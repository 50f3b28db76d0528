import { Eye } from 'lucide-react';
import { useId, useRef, type KeyboardEvent, type Ref } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { storage } from '@/lib/storage';
import { createStore, useStore } from '@/lib/store';
import { apply } from './apply';
import { CharacterCount } from './CharacterCount';
import { commandFor } from './commands';
import { Mentions } from './Mentions';
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
  const input = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
      return;
    }
    const command = commandFor(event);
    if (!command) return;
    event.preventDefault();
    apply(command.edit, event.currentTarget);
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
        <Mentions onComplete={onChange}>
          <textarea
            ref={(element) => {
              input.current = element;
              if (typeof ref === 'function') ref(element);
              else if (ref) ref.current = element;
            }}
            id={id}
            className={css.input}
            value={value}
            placeholder={placeholder}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-below`}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </Mentions>
        <div id={`${id}-below`} className={css.below}>
          <span className={css.error}>{error}</span>
          <CharacterCount value={value} max={max} />
        </div>
      </div>
      {preview && value.trim() !== '' && <Preview content={value} />}
    </div>
  );
}
