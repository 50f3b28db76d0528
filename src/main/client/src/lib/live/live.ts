import { LiveConnection } from './connection';

export { LiveError } from './protocol';
export type { LiveEvent } from './protocol';
export type { LiveState } from './connection';

/** The one connection of this page to the server's event bus; docs/chat-client.md says what there is to hear. */
export const live = new LiveConnection();
