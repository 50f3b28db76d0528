import { Avatar } from '@/components/avatar/Avatar';
import { BoardName } from '@/components/board/BoardName';
import type { Suggestion } from '@/lib/api/types';
import { classNames } from '@/lib/class-names';
import { useText } from '@/lib/i18n/use-text';
import { Marked } from './Marked';
import { pathOf } from './path-of';
import css from './search-box.module.css';

interface Props {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly shown: boolean;
  readonly items: readonly Suggestion[];
  readonly typed: string;
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** The list below the field. The focus stays in the field; a press with the mouse must not take it away. */
export default function Suggestions({
  id,
  optionId,
  shown,
  items,
  typed,
  active,
  onChoose,
}: Props) {
  const text = useText();
  const option = (index: number) => ({
    id: optionId(index),
    role: 'option',
    'aria-selected': active === index,
    className: classNames(css.option, active === index && css.active),
    onClick: () => onChoose(index),
  });
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={text('search.suggestions')}
      className={css.list}
      hidden={!shown}
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown &&
        items.map((item, index) => (
          <li key={`${item.type}-${pathOf(item)}`} {...option(index)}>
            <Item item={item} />
          </li>
        ))}
      {shown && (
        <li
          {...option(items.length)}
          className={classNames(option(items.length).className, css.all)}
        >
          {text('search.all', { typed })}
        </li>
      )}
    </ul>
  );
}

function Item({ item }: { readonly item: Suggestion }) {
  const { topic, member, board, title } = item;
  return (
    <>
      {member && <Avatar member={member} size="small" />}
      <span className={css.what}>{board ? <BoardName {...board} /> : <Marked html={title} />}</span>
      {topic && (
        <span className={css.place}>
          <BoardName {...topic.board} />
        </span>
      )}
    </>
  );
}
