import { Navigate, NavLink, Route, Routes } from 'react-router';
import type { CurrentUser } from '@/lib/api/types';
import type { Composition } from '@/lib/composition';
import { useText } from '@/lib/i18n/use-text';
import { PageHeading } from '../page/PageHeading';
import css from './panel.module.css';

interface Props {
  readonly title: string;
  /** The address of the page; each panel's is below it. */
  readonly base: string;
  readonly panels: Composition['settings'];
  readonly member: CurrentUser;
}

/** A page of panels, with a list of links to them. */
export function PanelPages({ title, base, panels, member }: Props) {
  const text = useText();
  const [first] = panels;
  return (
    <div className={css.page}>
      <PageHeading title={title} />
      <div className={css.layout}>
        <nav aria-label={title}>
          <ul className={css.parts}>
            {panels.map(({ path, label }) => (
              <li key={path}>
                <NavLink className={css.part ?? ''} to={`${base}/${path}`}>
                  {text(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Routes>
          {panels.map(({ path, Panel }) => (
            <Route key={path} path={path} element={<Panel key={member.id} member={member} />} />
          ))}
          {first && <Route path="*" element={<Navigate to={`${base}/${first.path}`} replace />} />}
        </Routes>
      </div>
    </div>
  );
}
