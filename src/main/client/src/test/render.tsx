import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { features as allFeatures } from '@/app/features';
import type { CurrentUser } from '@/lib/api/types';
import { compose, type Composition, FeaturesContext } from '@/lib/composition';
import { i18n } from '@/lib/i18n/i18n';
import { createQueryClient } from '@/lib/query-client';
import { sessionQuery } from '@/lib/entities/session';

export { LiveHandlers } from '@/app/LiveHandlers';

interface Options {
  /** Who is signed in; a guest if nobody. */
  readonly member?: CurrentUser | null;
  readonly at?: string;
  /** The address the page is shown at, where it reads parts of it. */
  readonly path?: string;
  readonly features?: Composition;
}

const composition = compose(allFeatures);

/** Draws a page or a part of one as the app does, with the session already known. */
export function show(
  element: ReactNode,
  { member = null, at = '/', path = '*', features = composition }: Options = {},
) {
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retryDelay: 0 } });
  queries.setQueryData(sessionQuery.queryKey, member);
  const view = render(
    <QueryClientProvider client={queries}>
      <I18nProvider i18n={i18n}>
        <FeaturesContext value={features}>
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path={path} element={element} />
              <Route path="*" element={null} />
            </Routes>
            <Address />
          </MemoryRouter>
        </FeaturesContext>
      </I18nProvider>
    </QueryClientProvider>,
  );
  return { ...view, queries };
}

/** Shows where the page is, for tests of what leads on. */
function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}
