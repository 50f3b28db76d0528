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
  settings: '/settings',
  admin: '/admin',
  search: '/search',
  /** What is found by these words. */
  found: (query: string) => `/search?q=${encodeURIComponent(query)}`,
  chats: '/chat',
  chat: (roomId: string) => `/chat/${roomId}`,
} as const;

/** Where to go on after signing in: only ever a page of this forum, whatever the address says. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : paths.home;
}

export function signInPath(next: string): string {
  return next === paths.home ? paths.login : `${paths.login}?next=${encodeURIComponent(next)}`;
}
