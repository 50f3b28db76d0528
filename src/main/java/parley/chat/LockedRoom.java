package parley.chat;

/**
 * A room locked by a transaction.
 *
 * @param lastMessageId 0 if the room has no messages
 * @param unread the member's number of unread messages
 * @param otherUnread the other member's number of unread messages
 * @param opened whether the member has used the room before
 */
record LockedRoom(long lastMessageId, long unread, long otherUnread, boolean opened) {}
