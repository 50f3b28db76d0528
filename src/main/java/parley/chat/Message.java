package parley.chat;

import java.time.Instant;
import java.util.UUID;

/** A message in a room. Ids increase in the order of the room. */
public record Message(
    long id, UUID roomId, long senderId, String content, String html, Instant createdAt) {}
