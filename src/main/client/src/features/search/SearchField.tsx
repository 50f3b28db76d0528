import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useDebounced } from '@/lib/use-debounced';
import { FIELD_ID } from './field-id';
import { suggestionsQuery } from './entities';
import { pathOf } from './path-of';
import css from './search-box.module.css';

/** Most readers of a page search for nothing. */
const Suggestions = lazy(() => import('./Suggestions'));

const PAUSE = 150;
const LIST_ID = 'search-suggestions';
const optionId = (index: number) => `${LIST_ID}-${index}`;

/** A field that suggests what somebody may mean who is typing: the combobox of ARIA 1.2. */
export function SearchField() {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  /** Of the suggestions; beyond the last one is "all results", -1 is the field itself. */
  const [active, setActive] = useState(-1);
  const settled = useDebounced(typed.trim(), PAUSE);
  const found = useQuery(suggestionsQuery(settled));
  const items = settled === '' ? [] : (found.data?.items ?? []);
  const shown = open && typed.trim() !== '';

  const go = (to: string) => {
    setOpen(false);
    setActive(-1);
    setTyped('');
    void navigate(to);
  };
  const choose = (index: number) => {
    const item = items[index];
    go(item ? pathOf(item) : paths.found(typed.trim()));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      if (shown) setOpen(false);
      else setTyped('');
      setActive(-1);
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const count = items.length + 2;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((before) => ((before + 1 + step + count) % count) - 1);
    }
  };
  return (
    <search className={css.box}>
      <form
        action={paths.search}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') choose(shown ? active : -1);
        }}
      >
        <Search aria-hidden className={css.lens} />
        <input
          id={FIELD_ID}
          name="q"
          type="search"
          className={css.input}
          value={typed}
          maxLength={500}
          autoComplete="off"
          enterKeyHint="search"
          placeholder={text('search.placeholder')}
          aria-label={text('search.title')}
          aria-keyshortcuts="/"
          role="combobox"
          aria-expanded={shown}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <kbd className={css.key} aria-hidden="true">
          /
        </kbd>
      </form>
      {typed !== '' && (
        <Suspense>
          <Suggestions
            id={LIST_ID}
            optionId={optionId}
            shown={shown}
            items={items}
            typed={typed.trim()}
            active={active}
            onChoose={choose}
          />
        </Suspense>
      )}
    </search>
  );
}
