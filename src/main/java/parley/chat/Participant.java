package parley.chat;

import java.util.UUID;

/** A member's place in a room. */
record Participant(long roomId, UUID uuid, long memberId, long otherId) {}
