import type { components } from './schema';

type Schemas = components['schemas'];

/** A list as the interface answers it. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

export type Author = Schemas['Author'];
export type Board = Schemas['Board'];
export type Contact = Schemas['Contact'];
export type CurrentUser = Schemas['CurrentUser'];
export type Message = Schemas['Message'];
export type OwnProfile = Schemas['OwnProfile'];
export type PublicProfile = Schemas['PublicProfile'];
export type Reply = Schemas['Reply'];
export type SearchHit = Schemas['SearchHit'];
export type SearchPage = Schemas['SearchPage'];
export type Session = Schemas['Session'];
export type Site = Schemas['Site'];
export type Suggestion = Schemas['Suggestion'];
export type Topic = Schemas['Topic'];
export type TopicSummary = Schemas['TopicSummary'];
