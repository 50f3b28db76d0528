import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useFeatures } from '@/lib/composition';
import { MembersOnly } from './MembersOnly';
import NotFoundPage from './NotFoundPage';
import { Shell } from './shell/Shell';

const AdminPages = lazy(() => import('./AdminPages'));

/** What each address shows. */
export function AppRoutes() {
  const { routes } = useFeatures();
  return (
    <Routes>
      <Route element={<Shell />}>
        {routes.map(({ path, Page, membersOnly }) => (
          <Route
            key={path}
            path={path}
            element={
              membersOnly ? (
                <MembersOnly>
                  <Page />
                </MembersOnly>
              ) : (
                <Page />
              )
            }
          />
        ))}
        <Route path="/admin/*" element={<AdminPages />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
