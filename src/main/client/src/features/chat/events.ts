import type { Message } from '@/lib/api/types';
import type { LiveEvent } from '@/lib/live/live';

/** A message and the one before it in the room (0: none), by which a client sees that it missed some. */
export interface MessageEvent {
  readonly type: 'message';
  readonly message: Message;
  readonly previousId: number;
}

/** What is told at `chat.room.{roomId}`. */
export type RoomEvent =
  | MessageEvent
  | { readonly type: 'typing'; readonly userId: number }
  | { readonly type: 'read'; readonly userId: number; readonly messageId: number }
  | { readonly type: 'presence'; readonly userId: number; readonly online: boolean };

/** What is told at `user.{id}`, each with what that member has not read in the room. */
export type MemberEvent =
  | (MessageEvent & { readonly unread: number })
  | { readonly type: 'unread'; readonly roomId: string; readonly unread: number };

/** The server says nothing else at these addresses; what a newer one adds, the switch over the types passes by. */
export const roomEvent = (event: LiveEvent) => event as unknown as RoomEvent;
export const memberEvent = (event: LiveEvent) => event as unknown as MemberEvent;
