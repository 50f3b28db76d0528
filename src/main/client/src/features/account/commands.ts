import { answerTo, api } from '@/lib/api/client';

export interface Registration {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** The key makes a second click, or a retry after a lost answer, the same registration. */
export function register(body: Registration, key: string) {
  return answerTo(
    api.POST('/api/register', { params: { header: { 'Idempotency-Key': key } }, body }),
  );
}

export const signIn = (username: string, password: string) =>
  answerTo(api.POST('/api/login', { body: { username, password } }));

export const sendReset = (email: string) =>
  answerTo(api.POST('/api/reset/send', { body: { email } }));

export const resetPassword = (token: string, password: string) =>
  answerTo(api.POST('/api/reset/update', { body: { token, password } }));

export const verifyEmail = (token: string) =>
  answerTo(api.POST('/api/email/verify', { body: { token } }));

export const undoAddress = (token: string) =>
  answerTo(api.POST('/api/email/undo', { body: { token } }));

export const signOut = () => answerTo(api.POST('/api/logout'));
