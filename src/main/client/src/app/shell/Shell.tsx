import { Suspense, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Notices } from '@/components/notice/Notices';
import { Loading } from '@/components/skeleton/Skeleton';
import { useText } from '@/lib/i18n/use-text';
import { useLiveConnection } from '@/lib/live/use-live';
import { useMember } from '@/lib/entities/session';
import { LiveHandlers } from '../LiveHandlers';
import { Banners } from './Banners';
import { ErrorBoundary } from './ErrorBoundary';
import { Footer } from './Footer';
import { Header } from './Header';
import { useFocusOnPageChange } from './use-focus';
import { useScroll } from './use-scroll';
import css from './shell.module.css';

/** What every page stands in. */
export function Shell() {
  const text = useText();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const member = useMember();
  useLiveConnection();
  useScroll();
  useFocusOnPageChange(main);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        {text('shell.skip')}
      </a>
      <Header />
      <Banners />
      <main ref={main} id="main" className={css.main} tabIndex={-1}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
      <Notices />
      {member && <LiveHandlers memberId={member.id} />}
    </div>
  );
}
