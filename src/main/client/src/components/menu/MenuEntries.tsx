import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { classNames } from '@/lib/class-names';
import type { Drawing } from '../action/drawing';
import type { MenuEntry } from './entries';
import css from './menu.module.css';

export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) =>
    entry.kind === 'separator' ? (
      <Separator key={index} />
    ) : (
      <ChoiceEntry key={index} entry={entry} />
    ),
  );
}

const Separator = () => <Menu.Separator className={css.separator} />;

/** How the actions in a menu look. */
export const asMenuEntries: Drawing = {
  Action: ({ label, icon, danger, onSelect }) => (
    <Menu.Item className={classNames(css.item, danger && css.danger)} onClick={onSelect}>
      {icon}
      {label}
    </Menu.Item>
  ),
  LinkAction: ({ label, icon, to }) => (
    <Menu.LinkItem className={css.item} render={<Link to={to} />} closeOnClick>
      {icon}
      {label}
    </Menu.LinkItem>
  ),
  Separator,
};

function ChoiceEntry({ entry }: { readonly entry: Extract<MenuEntry, { kind: 'choice' }> }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={css.groupLabel}>{entry.label}</Menu.GroupLabel>
      <Menu.RadioGroup value={entry.value} onValueChange={(value: string) => entry.onChoose(value)}>
        {entry.options.map((option) => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            className={css.item}
            lang={option.lang}
            closeOnClick
          >
            {option.icon}
            {option.label}
            <Menu.RadioItemIndicator className={css.check}>
              <Check aria-hidden />
            </Menu.RadioItemIndicator>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}
