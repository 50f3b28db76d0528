package parley.chat;

import java.util.UUID;

/**
 * A room as one of its members finds it.
 *
 * @param unread what they have not read
 * @param lastReadId of the last message that the other one has read; 0 for none
 * @param online whether the other one is
 */
record RoomState(UUID roomId, long unread, long lastReadId, boolean online) {}
