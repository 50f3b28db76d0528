import { useText } from '@/lib/i18n/use-text';
import { useSite } from '@/lib/entities/site';
import css from './shell.module.css';

export function Footer() {
  const text = useText();
  const { name, version } = useSite();
  return (
    <footer role="contentinfo" className={css.footer}>
      <span>{name}</span>
      <span>{version && text('footer.software', { version })}</span>
    </footer>
  );
}
