package parley.chat;

import java.util.UUID;
import parley.failure.ForumException;

/**
 * Which messages of a room are asked for: the last ones, the last before one, or the first after
 * one.
 *
 * @param limit 1 to 100; null for 50
 */
record MessageQuery(UUID roomId, Long before, Long after, Integer limit) {

  private static final int LIMIT = 50;

  MessageQuery {
    limit = limit == null ? LIMIT : limit;
  }

  MessageQuery checked() {
    if (before != null && after != null) {
      throw ForumException.invalid("after", "exclusive", "Either before or after, not both.");
    }
    return this;
  }
}
