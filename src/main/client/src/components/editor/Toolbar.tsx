import { useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { commands, keysOf, type ToolbarCommand } from './commands';
import css from './editor.module.css';

interface Props {
  readonly controls: string;
  readonly onCommand: (command: ToolbarCommand) => void;
}

/** One stop for the Tab key; the arrow keys go from button to button (the ARIA toolbar pattern). */
export function Toolbar({ controls, onCommand }: Props) {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (current + step + commands.length) % commands.length;
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      className={css.toolbar}
      aria-label={text('editor.toolbar')}
      aria-controls={controls}
      onKeyDown={move}
    >
      {commands.map((command, index) => {
        const keys = keysOf(command);
        const label = text(command.label);
        return (
          <button
            key={command.label}
            type="button"
            className={css.tool}
            tabIndex={index === current ? 0 : -1}
            aria-label={label}
            aria-keyshortcuts={keys}
            title={
              keys ? `${label} (${keys.replace('Control', 'Ctrl').replace('Meta', '⌘')})` : label
            }
            onClick={() => {
              setCurrent(index);
              onCommand(command);
            }}
          >
            <command.icon aria-hidden />
          </button>
        );
      })}
    </div>
  );
}
