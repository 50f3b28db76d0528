import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { useFeatures } from '@/lib/composition';
import { MembersOnly } from './MembersOnly';
import NotFoundPage from './NotFoundPage';
import { Shell } from './shell/Shell';
import { StaffOnly } from './StaffOnly';

const AdminPages = lazy(() => import('./AdminPages'));

/** What each address shows. */
export function AppRoutes() {
  const { routes, admin } = useFeatures();
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
        {admin.length > 0 && (
          <Route
            path="/admin/*"
            element={
              <StaffOnly>
                <AdminPages />
              </StaffOnly>
            }
          />
        )}
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
