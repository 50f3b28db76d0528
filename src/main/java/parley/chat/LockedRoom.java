package parley.chat;

/**
 * A room while its transaction holds it.
 *
 * @param lastMessageId 0 while nothing has been said
 * @param unread what the member has not read
 * @param otherUnread what the other one has not read
 */
record LockedRoom(long lastMessageId, long unread, long otherUnread) {}
