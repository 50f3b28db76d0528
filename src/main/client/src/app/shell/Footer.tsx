import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import css from './shell.module.css';

export function Footer() {
  const text = useText();
  const { name, version, about } = useSite();
  const links = (['rules', 'privacy', 'imprint'] as const).filter((each) => about[each] !== '');
  return (
    <footer role="contentinfo" className={css.footer}>
      <span>{name}</span>
      {links.length > 0 && (
        <nav className={css.links} aria-label={text('footer.links')}>
          {links.map((each) => (
            <a key={each} href={about[each]}>
              {text(`footer.${each}`)}
            </a>
          ))}
        </nav>
      )}
      <span>{version && text('footer.software', { version })}</span>
    </footer>
  );
}
