import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { features } from '@/app/features';
import { compose } from '@/lib/composition';
import { activate, setFeatureMessages } from '@/lib/i18n/i18n';
import { notices } from '@/lib/notices';
import { endedSession } from '@/lib/entities/session';

/** jsdom lays nothing out: what watches sizes has nothing to see. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// As the tests' own timeout: see vitest.config.ts.
configure({ asyncUtilTimeout: 15_000 });

beforeAll(async () => {
  vi.stubGlobal('ResizeObserver', SilentObserver);
  vi.stubGlobal('IntersectionObserver', SilentObserver);
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  Element.prototype.scrollTo = () => undefined;
  setFeatureMessages(compose(features).messages);
  await activate('en');
});

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  notices.set([]);
  endedSession.set(null);
});

afterEach(cleanup);
