import { I18nProvider } from '@lingui/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { type Composition, FeaturesContext } from '@/lib/composition';
import { i18n } from '@/lib/i18n/i18n';
import { AppRoutes } from './AppRoutes';

interface Props {
  readonly queries: QueryClient;
  readonly features: Composition;
}

export function App({ queries, features }: Props) {
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider i18n={i18n}>
        <FeaturesContext value={features}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
        </FeaturesContext>
      </I18nProvider>
    </QueryClientProvider>
  );
}
