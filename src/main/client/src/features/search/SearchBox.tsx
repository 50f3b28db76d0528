import { Search } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import css from '@/components/nav/nav-icon.module.css';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { useMedia } from '@/lib/use-media';
import { SearchField } from './SearchField';
import { FIELD_ID } from './field-id';

/** Where the header has room for a field. */
const WIDE = '(min-width: 56rem)';

/** The field in the header; where there is no room, a link to the page that has it. A slash leads to it from everywhere. */
export function SearchBox() {
  const text = useText();
  const wide = useMedia(WIDE);
  const { pathname } = useLocation();
  const onPage = pathname === paths.search;
  useSlash();
  if (wide && !onPage) return <SearchField />;
  return (
    <Link
      className={css.icon}
      to={paths.search}
      title={text('search.title')}
      aria-current={onPage ? 'page' : undefined}
    >
      <Search aria-hidden />
      <span className="visually-hidden">{text('search.title')}</span>
    </Link>
  );
}

function useSlash() {
  const navigate = useNavigate();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      const field = document.getElementById(FIELD_ID);
      if (field) field.focus();
      else void navigate(paths.search);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [navigate]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null);
