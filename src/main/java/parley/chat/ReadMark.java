package parley.chat;

import java.util.UUID;

/**
 * How far a member has read in a room.
 *
 * @param unread messages of the other one after it
 */
record ReadMark(UUID roomId, long memberId, long lastReadId, long unread) {}
