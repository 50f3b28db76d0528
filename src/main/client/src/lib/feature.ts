import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { CurrentUser } from './api/types';
import type { MessageId, MessageSource } from './i18n/i18n';
import type { LiveEvent } from './live/live';

/** What is loaded when it is first needed: a module whose default export it is. */
export type Lazy<T> = () => Promise<{ readonly default: T }>;

export interface PageRoute {
  /** As React Router writes it, such as `/board/:slug`. */
  readonly path: string;
  readonly page: Lazy<ComponentType>;
  /** A guest is asked to sign in and comes back here. */
  readonly membersOnly?: boolean;
}

/** Something in the header; it decides itself whether there is anything to show. */
export interface NavItem {
  /** Items stand in ascending order; leave gaps. */
  readonly order: number;
  readonly Item: ComponentType;
}

/** A page of the settings, with a link in the list of them. */
export interface Panel {
  readonly order: number;
  /** The last part of its address. */
  readonly path: string;
  readonly label: MessageId;
  readonly panel: Lazy<ComponentType<{ readonly member: CurrentUser }>>;
}

/** A page of the administration. What it says, and its label, is in the folder `messages-later` of the feature `admin`. */
export interface AdminPanel extends Panel {
  /** The permission without which it is not shown; without one it is for administrators alone. */
  readonly needs?: string;
}

export interface LiveHandler {
  readonly onEvent: (event: LiveEvent) => void;
  /** A connection was made: events before this moment may have been missed. */
  readonly onConnected?: () => void;
  /** The member is gone. */
  readonly stop?: () => void;
}

/** What a signed-in member's page listens to, whichever page it is. */
export interface LiveSource {
  readonly address: (memberId: number) => string;
  readonly handler: Lazy<(queries: QueryClient, memberId: number) => LiveHandler>;
}

declare const accepts: unique symbol;

/** A place on a page for what features add. The code that shows it declares it; `P` is what it gives to each part. */
export interface SlotOf<P> {
  readonly name: string;
  readonly [accepts]?: (props: P) => void;
}

export const slot = <P = object>(name: string): SlotOf<P> => ({ name });

/** A component in a slot. */
export interface SlotPart {
  readonly slot: string;
  readonly order: number;
  /** A component that takes what the slot gives: `inSlot` makes sure of that. */
  readonly Part: unknown;
}

/** Parts stand in ascending order; leave gaps. */
export const inSlot = <P>(to: SlotOf<P>, order: number, Part: ComponentType<P>): SlotPart => ({
  slot: to.name,
  order,
  Part,
});

/** All that a feature adds to the client; `app/features.ts` lists them. */
export interface Feature {
  readonly name: string;
  readonly routes?: readonly PageRoute[];
  readonly nav?: readonly NavItem[];
  readonly slots?: readonly SlotPart[];
  /** Its texts, in each language. */
  readonly messages?: MessageSource;
  readonly settings?: readonly Panel[];
  readonly admin?: readonly AdminPanel[];
  readonly live?: readonly LiveSource[];
}
