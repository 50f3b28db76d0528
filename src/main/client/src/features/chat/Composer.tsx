import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { IconButton } from '@/components/button/Button';
import { CharacterCount } from '@/components/editor/CharacterCount';
import { useText } from '@/lib/i18n/use-text';
import { lengthOf } from '@/lib/length';
import { useSite } from '@/lib/entities/site';
import { useDraft } from '@/lib/use-draft';
import { hasTouchKeyboard, isComposing } from './keys';
import { useTypingSender } from './use-typing';
import css from './composer.module.css';

interface Props {
  readonly roomId: string;
  readonly me: number;
  readonly name: string | undefined;
  readonly onSend: (content: string) => void;
}

/**
 * Enter sends and Shift+Enter begins a line; on a touch keyboard, which has no Shift+Enter, Enter begins a line and the
 * button sends.
 */
export function Composer({ roomId, me, name, onSend }: Props) {
  const text = useText();
  const { messageMax } = useSite().limits;
  const { draft, update, drop } = useDraft(`${me}.chat.${roomId}`, { content: '' });
  const typing = useTypingSender(roomId);
  const input = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const length = lengthOf(draft.content);
  const tooLong = length > messageMax;

  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    if (nowhere && !hasTouchKeyboard()) input.current?.focus({ preventScroll: true });
  }, []);

  const send = () => {
    if (length === 0 || tooLong) return;
    onSend(draft.content.trim());
    drop();
    typing.sent();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || hasTouchKeyboard()) return;
    event.preventDefault();
    send();
  };
  const label = name === undefined ? text('chat.message') : text('chat.messageTo', { name });
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={css.field} data-value={draft.content}>
        <textarea
          ref={input}
          className={css.input}
          rows={1}
          value={draft.content}
          placeholder={label}
          aria-label={label}
          aria-describedby={hint}
          aria-invalid={tooLong || undefined}
          enterKeyHint={hasTouchKeyboard() ? 'enter' : 'send'}
          data-takes-focus={hasTouchKeyboard() ? undefined : true}
          onChange={({ target: { value } }) => {
            update({ content: value });
            if (value.trim() !== '') typing.typed();
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <IconButton
        type="submit"
        look="primary"
        label={text('chat.send')}
        className={css.send}
        disabled={length === 0 || tooLong}
        // The keyboard on the screen stays for the next message.
        onPointerDown={(event) => event.preventDefault()}
      >
        <SendHorizontal aria-hidden />
      </IconButton>
      <div className={css.below}>
        <span id={hint} className={css.hint}>
          {text(hasTouchKeyboard() ? 'chat.hintTouch' : 'chat.hint')}
        </span>
        {length > messageMax * 0.9 && <CharacterCount value={draft.content} max={messageMax} />}
      </div>
    </form>
  );
}
