import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useRef, type RefObject } from 'react';
import type { MenuEntry } from './entries';
import { DrawingContext } from '../action/drawing';
import { asMenuEntries, MenuEntries } from './MenuEntries';
import css from './menu.module.css';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly labelledBy: string;
  /** Then the focus is on the first entry; who points needs none. */
  readonly byKeyboard: boolean;
  readonly entries: readonly MenuEntry[];
  readonly children: ReactNode;
}

export default function MenuPopup(props: Props) {
  const { open, onOpenChange, button, labelledBy, byKeyboard, entries, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  const focusFirst = () => popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  return (
    <Menu.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(opened) => opened && byKeyboard && focusFirst()}
      modal={false}
    >
      <Menu.Portal container={landmarkOf(button)}>
        <Menu.Positioner
          className={css.positioner}
          anchor={button}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Menu.Popup
            ref={popup}
            className={css.popup}
            finalFocus={button}
            aria-labelledby={labelledBy}
          >
            <MenuEntries entries={entries} />
            <DrawingContext value={asMenuEntries}>{children}</DrawingContext>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The menu belongs to the part of the page its button is in, also for those who go from landmark to landmark. */
function landmarkOf(button: RefObject<HTMLButtonElement | null>): HTMLElement | null {
  return button.current?.closest<HTMLElement>('header, main') ?? null;
}
