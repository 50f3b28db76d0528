import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '@/components/button/Button';
import { CharacterCount } from '@/components/editor/CharacterCount';
import { DraftNotes } from '@/components/editor/DraftNotes';
import { paste } from '@/components/editor/paste';
import { classNames } from '@/lib/class-names';
import { useText } from '@/lib/i18n/use-text';
import { isComposing } from '@/lib/keyboard';
import { lengthOf } from '@/lib/length';
import { useSite } from '@/lib/entities/site';
import { useDraft } from '@/lib/use-draft';
import { hasTouchKeyboard } from './keys';
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
  const drafting = useDraft(`${me}.chat.${roomId}`, { content: '' });
  const { draft, update, drop } = drafting;
  const typing = useTypingSender(roomId);
  const input = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [asked, setAsked] = useState(false);
  const length = lengthOf(draft.content);
  const tooLong = length > messageMax;
  const wrong = tooLong
    ? text('chat.tooLong')
    : asked && length === 0
      ? text('chat.missing')
      : undefined;

  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    if (nowhere && !hasTouchKeyboard()) input.current?.focus({ preventScroll: true });
  }, []);

  const send = () => {
    const sends = length > 0 && !tooLong;
    setAsked(!sends);
    if (!sends) {
      input.current?.focus();
      return;
    }
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
      <div className={css.notes}>
        <DraftNotes drafting={{ ...drafting, restored: false }} />
      </div>
      <div className={css.field} data-value={draft.content}>
        <textarea
          ref={input}
          className={css.input}
          rows={1}
          value={draft.content}
          placeholder={label}
          aria-label={label}
          dir="auto"
          aria-describedby={`${id}-hint ${id}-wrong`}
          aria-invalid={wrong !== undefined || undefined}
          enterKeyHint={hasTouchKeyboard() ? 'enter' : 'send'}
          data-takes-focus={hasTouchKeyboard() ? undefined : true}
          onChange={({ target: { value } }) => {
            update({ content: value });
            if (value.trim() !== '') typing.typed();
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (paste(event.clipboardData, event.currentTarget)) event.preventDefault();
          }}
        />
      </div>
      <IconButton
        type="submit"
        look="primary"
        label={text('chat.send')}
        className={css.send}
        // The keyboard on the screen stays for the next message.
        onPointerDown={(event) => event.preventDefault()}
      >
        <SendHorizontal aria-hidden />
      </IconButton>
      <div className={css.below}>
        <span id={`${id}-wrong`} className={css.wrong} role="status">
          {wrong}
        </span>
        <span id={`${id}-hint`} className={classNames(css.hint, wrong !== undefined && css.unseen)}>
          {text(hasTouchKeyboard() ? 'chat.hintTouch' : 'chat.hint')}
        </span>
        {length > messageMax * 0.9 && <CharacterCount value={draft.content} max={messageMax} />}
      </div>
    </form>
  );
}
