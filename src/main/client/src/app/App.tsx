import { I18nProvider } from '@lingui/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Route, Routes } from 'react-router';
import { i18n } from '@/lib/i18n/i18n';
import { MembersOnly } from './MembersOnly';
import NotFoundPage from './NotFoundPage';
import { pages } from './pages';
import { routes } from './routes';
import { Shell } from './shell/Shell';

export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider i18n={i18n}>
        <BrowserRouter>
          <Routes>
            <Route element={<Shell />}>
              {routes.map((path) => (
                <Route key={path} path={path} element={<PageAt path={path} />} />
              ))}
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </I18nProvider>
    </QueryClientProvider>
  );
}

function PageAt({ path }: { readonly path: (typeof routes)[number] }) {
  const { element, membersOnly } = pages[path];
  return membersOnly ? <MembersOnly>{element}</MembersOnly> : element;
}
