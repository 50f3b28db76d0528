package parley.chat;

import java.util.UUID;
import parley.failure.ForumException;

/**
 * Selects messages of a room: the last ones, the last ones before an id, or the first ones after an
 * id.
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
      throw ForumException.invalid("after", "exclusive", "Use either before or after, not both.");
    }
    return this;
  }
}
