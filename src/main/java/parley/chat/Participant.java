package parley.chat;

import java.util.UUID;

/** A member of a room. */
record Participant(long roomId, UUID uuid, long memberId, long otherId) {}
