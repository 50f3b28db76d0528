import { lazy, Suspense, useId, useRef, useState, type ReactNode } from 'react';
import { classNames } from '@/lib/class-names';
import { PartBoundary } from '../slot/PartBoundary';
import type { MenuEntry } from './entries';
import css from './menu.module.css';

const loadPopup = () => import('./MenuPopup');
const MenuPopup = lazy(loadPopup);

/** What fails here fails again, and is told, when the menu is opened. */
const prepare = () => void loadPopup().catch(() => undefined);

interface Props {
  readonly label: string;
  readonly className?: string | undefined;
  /** What the button shows. */
  readonly face: ReactNode;
  readonly entries?: readonly MenuEntry[];
  /** Actions, below the entries. */
  readonly children?: ReactNode;
}

/**
 * A button that opens a menu. The menu itself is fetched when somebody is about to use it: most readers of a page
 * never do.
 */
export function MenuButton({ label, className, face, entries = [], children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  const id = useId();
  const show = (keyboard: boolean) => {
    setUsed(true);
    setByKeyboard(keyboard);
    setOpen(true);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        id={id}
        className={classNames(css.trigger, className)}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={prepare}
        onFocus={prepare}
        // A click without a count comes from the Enter or Space key.
        onClick={({ detail }) => (open ? setOpen(false) : show(detail === 0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show(true);
        }}
      >
        {face}
      </button>
      {used && (
        <PartBoundary>
          <Suspense>
            <MenuPopup
              open={open}
              onOpenChange={setOpen}
              button={button}
              labelledBy={id}
              byKeyboard={byKeyboard}
              entries={entries}
            >
              {children}
            </MenuPopup>
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}
