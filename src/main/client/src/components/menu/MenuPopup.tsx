import { Menu } from '@base-ui/react/menu';
import type { RefObject } from 'react';
import type { MenuEntry } from './entries';
import { MenuEntries } from './MenuEntries';
import css from './menu.module.css';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly labelledBy: string;
  readonly entries: readonly MenuEntry[];
}

export default function MenuPopup({ open, onOpenChange, button, labelledBy, entries }: Props) {
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Portal>
        <Menu.Positioner
          className={css.positioner}
          anchor={button}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          <Menu.Popup className={css.popup} finalFocus={button} aria-labelledby={labelledBy}>
            <MenuEntries entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
