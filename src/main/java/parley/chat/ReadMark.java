package parley.chat;

import java.util.UUID;

/**
 * How far a member has read in a room.
 *
 * @param unread the number of the other member's messages after it
 */
record ReadMark(UUID roomId, long memberId, long lastReadId, long unread) {}
