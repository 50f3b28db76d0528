import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { answerTo, api } from '@/lib/api/client';
import type { PageOf } from '@/lib/api/types';
import type { components, operations } from '@/lib/api/schema';

type Schemas = components['schemas'];
type QueryOf<K extends keyof operations> = NonNullable<operations[K]['parameters']['query']>;

export type AdminBoard = Schemas['AdminBoard'];
export type BoardRights = Schemas['BoardRights'];
export type Group = Schemas['Group'];
export type AdminMember = Schemas['AdminMember'];
export type AuditEntry = Schemas['AuditEntry'];
export type Mail = Schemas['Mail'];
export type MembersWanted = QueryOf<'listMembers'>;
export type LogWanted = QueryOf<'listAudit'>;
export type MailsWanted = QueryOf<'listMails'>;

/** All that the administration shows begins with this key. */
const admin = ['admin'];

/** Milliseconds between looks at something that goes on in the background. */
const LOOK_AGAIN = 2_000;
const OUTBOX_LOOK_AGAIN = 15_000;

/** All boards in their order. While topics are being moved, the progress is fetched again and again. */
export const adminBoardsQuery = queryOptions({
  queryKey: [...admin, 'boards'],
  queryFn: ({ signal }): Promise<PageOf<AdminBoard>> =>
    answerTo(api.GET('/api/admin/boards', { signal })),
  refetchInterval: ({ state }) =>
    state.data?.items.some(({ merging }) => merging !== null) ? LOOK_AGAIN : false,
});

export const boardRightsQuery = (id: number) =>
  queryOptions({
    queryKey: [...admin, 'rights', id],
    queryFn: ({ signal }): Promise<BoardRights> =>
      answerTo(api.GET('/api/admin/boards/{id}/permissions', { params: { path: { id } }, signal })),
  });

export const groupsQuery = queryOptions({
  queryKey: [...admin, 'groups'],
  queryFn: ({ signal }): Promise<PageOf<Group>> =>
    answerTo(api.GET('/api/admin/groups', { signal })),
});

export const adminMembersQuery = (wanted: MembersWanted) =>
  queryOptions({
    queryKey: [...admin, 'members', wanted],
    queryFn: ({ signal }): Promise<PageOf<AdminMember>> =>
      answerTo(api.GET('/api/admin/users', { params: { query: wanted }, signal })),
    placeholderData: keepPreviousData,
  });

export const logQuery = (wanted: LogWanted) =>
  queryOptions({
    queryKey: [...admin, 'log', wanted],
    queryFn: ({ signal }): Promise<PageOf<AuditEntry>> =>
      answerTo(api.GET('/api/admin/audit', { params: { query: wanted }, signal })),
    placeholderData: keepPreviousData,
  });

export const mailsQuery = (wanted: MailsWanted) =>
  queryOptions({
    queryKey: [...admin, 'mails', wanted],
    queryFn: ({ signal }): Promise<PageOf<Mail>> =>
      answerTo(api.GET('/api/admin/mails', { params: { query: wanted }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: OUTBOX_LOOK_AGAIN,
  });

/** Fetches again what the administration shows, after a change. */
export const refreshAdmin = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: admin });
