/** The addresses this client answers. The server sends the client's page for these and for nothing else. */
export const routes = [
  '/',
  '/board/:slug',
  '/topic/:id',
  '/new',
  '/register',
  '/login',
  '/forgot',
  '/reset',
  '/verify',
  '/user/:id',
  '/profile',
  '/settings/*',
  '/chat',
  '/chat/:roomId',
] as const;

export type RoutePattern = (typeof routes)[number];
