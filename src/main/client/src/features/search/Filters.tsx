import { useQuery } from '@tanstack/react-query';
import { SelectField } from '@/components/field/SelectField';
import { TextField } from '@/components/field/Field';
import { boardsQuery } from '@/lib/entities/board';
import { useText } from '@/lib/i18n/use-text';
import { changed, daysAgo, isTitlesOnly, titlesOnly, wantedOf } from './wanted';
import css from './search-page.module.css';

const PERIODS = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
] as const;

interface Props {
  readonly address: URLSearchParams;
  readonly onChange: (next: URLSearchParams) => void;
}

/** Narrows the search down; each choice takes effect at once. */
export function Filters({ address, onChange }: Props) {
  const text = useText();
  const boards = useQuery(boardsQuery);
  const wanted = wantedOf(address);
  const set = (key: string, value: string) => onChange(changed(address, key, value));
  const periods = PERIODS.map(([name, days]) => [daysAgo(days), text(`search.${name}`)] as const);
  const other = wanted.from !== undefined && !periods.some(([day]) => day === wanted.from);
  return (
    <div className={css.filters}>
      <SelectField
        label={text('search.board')}
        value={wanted.board ?? ''}
        options={[
          ['', text('search.anyBoard')],
          ...(boards.data?.items ?? []).map(({ id, title }) => [String(id), title] as const),
        ]}
        onChange={(board) => set('board', board)}
      />
      <SelectField
        label={text('search.when')}
        value={wanted.from ?? ''}
        options={[
          ['', text('search.anyTime')],
          ...periods,
          ...(other && wanted.from ? [[wanted.from, wanted.from] as const] : []),
        ]}
        onChange={(from) => set('from', from)}
      />
      <TextField
        key={wanted.author ?? ''}
        label={text('search.author')}
        defaultValue={wanted.author ?? ''}
        autoComplete="off"
        onBlur={(event) => {
          const author = event.target.value.trim();
          if (author !== (wanted.author ?? '')) set('author', author);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.blur();
          }
        }}
      />
      <SelectField
        label={text('search.sort')}
        value={wanted.sort ?? ''}
        options={[
          ['', text('search.best')],
          ['newest', text('search.newest')],
        ]}
        onChange={(sort) => set('sort', sort)}
      />
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isTitlesOnly(wanted.q)}
          onChange={(event) => set('q', titlesOnly(wanted.q, event.target.checked))}
        />
        {text('search.titlesOnly')}
      </label>
    </div>
  );
}
