import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { names } from '@/lib/names';
import type { MenuEntry } from './entries';
import css from './menu.module.css';

export function MenuEntries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => <Entry key={index} entry={entry} />);
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'separator':
      return <Menu.Separator className={css.separator} />;
    case 'link':
      return (
        <Menu.LinkItem className={css.item} render={<Link to={entry.to} />} closeOnClick>
          {entry.icon}
          {entry.label}
        </Menu.LinkItem>
      );
    case 'action':
      return (
        <Menu.Item className={names(css.item, entry.danger && css.danger)} onClick={entry.onSelect}>
          {entry.icon}
          {entry.label}
        </Menu.Item>
      );
    case 'choice':
      return <ChoiceEntry entry={entry} />;
  }
}

function ChoiceEntry({ entry }: { readonly entry: MenuEntry & { kind: 'choice' } }) {
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
