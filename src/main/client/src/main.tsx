import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { features } from './app/features';
import { compose } from './lib/composition';
import { activate, preferredLocale, setFeatureMessages } from './lib/i18n/i18n';
import { createQueryClient } from './lib/query-client';
import { sessionQuery } from './lib/entities/session';
import { siteQuery } from './lib/entities/site';
import { chooseTheme, theme } from './lib/theme';
import { watchForFailures } from './lib/updates';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';

const queries = createQueryClient();
// Asked at once, beside the language and the page: all three travel at the same time. What fails here is asked again,
// and told, by whoever shows it.
queries.query(sessionQuery).catch(() => undefined);
queries.query(siteQuery).catch(() => undefined);
chooseTheme(theme.get());
watchForFailures();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

const composition = compose(features);
setFeatureMessages(composition.messages);
await activate(preferredLocale());
createRoot(root).render(
  <StrictMode>
    <App queries={queries} features={composition} />
  </StrictMode>,
);
