import { lazy, type ReactNode } from 'react';
import type { RoutePattern } from './routes';

const HomePage = lazy(() => import('@/features/topics/HomePage'));
const BoardPage = lazy(() => import('@/features/topics/BoardPage'));
const TopicPage = lazy(() => import('@/features/topic/TopicPage'));
const NewTopicPage = lazy(() => import('@/features/compose/NewTopicPage'));
const RegisterPage = lazy(() => import('@/features/account/RegisterPage'));
const LoginPage = lazy(() => import('@/features/account/LoginPage'));
const ForgotPage = lazy(() => import('@/features/account/ForgotPage'));
const ResetPage = lazy(() => import('@/features/account/ResetPage'));
const VerifyPage = lazy(() => import('@/features/account/VerifyPage'));
const MemberPage = lazy(() => import('@/features/member/MemberPage'));
const OwnPage = lazy(() => import('@/features/member/OwnPage'));
const SettingsPages = lazy(() => import('@/features/settings/SettingsPages'));
const ChatPage = lazy(() => import('@/features/chat/ChatPage'));

interface Page {
  readonly element: ReactNode;
  /** Only for members: a guest is asked to sign in and comes back here. */
  readonly membersOnly?: boolean;
}

/** What each address shows. A page is loaded when it is first opened. */
export const pages: Readonly<Record<RoutePattern, Page>> = {
  '/': { element: <HomePage /> },
  '/board/:slug': { element: <BoardPage /> },
  '/topic/:id': { element: <TopicPage /> },
  '/new': { element: <NewTopicPage />, membersOnly: true },
  '/register': { element: <RegisterPage /> },
  '/login': { element: <LoginPage /> },
  '/forgot': { element: <ForgotPage /> },
  '/reset': { element: <ResetPage /> },
  '/verify': { element: <VerifyPage /> },
  '/user/:id': { element: <MemberPage /> },
  '/profile': { element: <OwnPage />, membersOnly: true },
  '/settings/*': { element: <SettingsPages />, membersOnly: true },
  '/chat': { element: <ChatPage />, membersOnly: true },
  '/chat/:roomId': { element: <ChatPage />, membersOnly: true },
};
