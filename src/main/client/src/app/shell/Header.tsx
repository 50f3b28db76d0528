import { createElement } from 'react';
import { Link } from 'react-router';
import { BrandMark } from '@/components/brand/Brand';
import { PartBoundary } from '@/components/slot/PartBoundary';
import { useFeatures } from '@/lib/composition';
import { useMember } from '@/lib/entities/session';
import { useSite } from '@/lib/entities/site';
import { useText } from '@/lib/i18n/use-text';
import { paths } from '@/lib/paths';
import { MemberMenu } from './MemberMenu';
import css from './header.module.css';

export function Header() {
  const text = useText();
  const { name } = useSite();
  const { nav } = useFeatures();
  const member = useMember();
  return (
    <header role="banner" className={css.header}>
      <div className={css.inner}>
        <Link to={paths.home} className={css.brand}>
          <BrandMark />
          <span className={css.name}>{name}</span>
        </Link>
        <nav className={css.actions} aria-label={text('shell.main')}>
          {nav.map(({ Item }, index) => (
            <PartBoundary key={index}>{createElement(Item)}</PartBoundary>
          ))}
          {member && <MemberMenu member={member} />}
        </nav>
      </div>
    </header>
  );
}
