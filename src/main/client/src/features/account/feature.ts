import { memberMenu } from '@/components/slot/slots';
import { type Feature, inSlot } from '@/lib/feature';
import { messagesOf } from '@/lib/i18n/messages';
import { GuestLinks } from './GuestLinks';
import { SignOut } from './SignOut';
import type english from './messages/en.json';

declare module '@/lib/i18n/messages' {
  interface Messages extends Record<keyof typeof english, string> {}
}

/** Signing in and out, registration, recovery. */
export const account: Feature = {
  name: 'account',
  routes: [
    { path: '/register', page: () => import('./RegisterPage') },
    { path: '/login', page: () => import('./LoginPage') },
    { path: '/forgot', page: () => import('./ForgotPage') },
    { path: '/reset', page: () => import('./ResetPage') },
    { path: '/verify', page: () => import('./VerifyPage') },
    { path: '/undo', page: () => import('./UndoPage') },
  ],
  nav: [{ order: 40, Item: GuestLinks }],
  slots: [inSlot(memberMenu, 90, SignOut)],
  messages: messagesOf('account'),
};
