/** The addresses of the client's own pages: nobody else puts one together. */
export const paths = {
  home: '/',
  board: (slug: string) => `/board/${encodeURIComponent(slug)}`,
  topic: (id: number) => `/topic/${id}`,
  /** Opens the page that holds the reply and scrolls to it. */
  floor: (topicId: number, floor: number) => `/topic/${topicId}?floor=${floor}`,
  newTopic: (boardId?: number) => (boardId === undefined ? '/new' : `/new?board=${boardId}`),
  register: '/register',
  login: '/login',
  forgot: '/forgot',
  user: (id: number) => `/user/${id}`,
  profile: '/profile',
  inbox: '/inbox',
  settings: '/settings',
  admin: '/admin',
  search: '/search',
  /** What is found by these words. */
  found: (query: string) => `/search?q=${encodeURIComponent(query)}`,
  chats: '/chat',
  chat: (roomId: string) => `/chat/${roomId}`,
} as const;

/** Pages that lead on elsewhere themselves. */
const PASSAGES: readonly string[] = [paths.login, paths.register];

/**
 * Where to go on after signing in: only ever a page of this forum, whatever the address says. It is read as a browser
 * reads it, which drops tabs and line breaks and resolves dots.
 */
export function nextPath(search: URLSearchParams): string {
  const { origin } = window.location;
  const url = parse(search.get('next') ?? '', origin);
  if (url?.origin !== origin || url.username !== '' || url.pathname.startsWith('//')) {
    return paths.home;
  }
  return PASSAGES.includes(url.pathname) ? paths.home : url.pathname + url.search + url.hash;
}

function parse(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

export const signInPath = (next: string): string => withNext(paths.login, next);

export const registerPath = (next: string): string => withNext(paths.register, next);

function withNext(path: string, next: string): string {
  return next === paths.home ? path : `${path}?next=${encodeURIComponent(next)}`;
}
