package parley.chat;

import java.util.UUID;

/**
 * The state of a room for one of its members.
 *
 * @param unread the member's number of unread messages
 * @param lastReadId the last message that the other member has read; 0 for none
 * @param online whether the other member is online
 */
record RoomState(UUID roomId, long unread, long lastReadId, boolean online) {}
