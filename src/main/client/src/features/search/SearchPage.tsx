import { Search } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '@/components/button/Button';
import { PageHeading } from '@/components/page/PageHeading';
import { classNames } from '@/lib/class-names';
import { useMember } from '@/lib/entities/session';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { FIELD_ID } from './field-id';
import { Filters } from './Filters';
import { Results } from './Results';
import { AMONG, changed, isWanted, wantedOf } from './wanted';
import css from './search-page.module.css';

/** Everything about the search is in the address: it can be shared, and going back finds it again. */
export default function SearchPage() {
  const text = useText();
  const [address, setAddress] = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  const wanted = wantedOf(address);
  const nothing = !isWanted(wanted);
  useEffect(() => {
    if (nothing) field.current?.focus();
  }, [nothing]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAddress(changed(address, 'q', field.current?.value.trim() ?? ''));
  };
  return (
    <div className={css.page}>
      <PageHeading
        title={wanted.q === '' ? text('search.title') : text('search.titleOf', { query: wanted.q })}
      >
        {text('search.title')}
      </PageHeading>
      <search>
        <form className={css.form} action={paths.search} onSubmit={submit}>
          <input
            key={wanted.q}
            ref={field}
            id={FIELD_ID}
            name="q"
            type="search"
            className={css.input}
            defaultValue={wanted.q}
            maxLength={500}
            enterKeyHint="search"
            placeholder={text('search.placeholder')}
            aria-label={text('search.title')}
            aria-keyshortcuts="/"
          />
          <Button type="submit" look="primary">
            <Search aria-hidden />
            {text('search.go')}
          </Button>
        </form>
        <Filters address={address} onChange={setAddress} />
      </search>
      <Tabs address={address} />
      {nothing ? (
        <p className={css.hint}>{text('search.hint')}</p>
      ) : (
        <Results wanted={wanted} address={address} />
      )}
    </div>
  );
}

/** Messages are nobody else's, so they are never among the rest. */
function Tabs({ address }: { readonly address: URLSearchParams }) {
  const text = useText();
  const member = useMember();
  const current = wantedOf(address).in ?? 'all';
  return (
    <nav className={css.tabs} aria-label={text('search.among')}>
      {AMONG.filter((among) => among !== 'messages' || member).map((among) => (
        <Link
          key={among}
          className={classNames(css.tab)}
          to={{ search: changed(address, 'in', among === 'all' ? '' : among).toString() }}
          aria-current={among === current ? 'page' : undefined}
        >
          {text(`search.in.${among}`)}
        </Link>
      ))}
    </nav>
  );
}
