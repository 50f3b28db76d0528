package parley.search.index;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.journal.JournalTail.Line;

/**
 * What entries of the journal name. Which change an entry tells of does not matter: the rows are
 * read again. So entries are understood that are newer than this code, as long as their type begins
 * with what they are about.
 *
 * @param topics whose own text may have changed
 * @param moved topics whose replies may have come, gone or changed their place all at once
 */
record Changes(
    Set<Long> topics, Set<Long> moved, Set<Long> replies, Set<Long> members, Set<Long> messages) {

  private static final String WRITTEN = "topic.written";
  private static final String EDITED = "topic.edited";

  static Changes of(List<Line> lines) {
    var changes =
        new Changes(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    lines.forEach(changes::add);
    return changes;
  }

  private void add(Line line) {
    switch (line.type().replaceFirst("\\..*", "")) {
      case "topic" -> {
        topics.add(line.subject());
        if (mayMove(line)) {
          moved.add(line.subject());
        }
      }
      case "reply" -> replies.add(line.subject());
      case "member" -> members.add(line.subject());
      case "message" -> messages.add(line.subject());
      default -> {} // about something that is not searched
    }
  }

  private static boolean mayMove(Line line) {
    return !line.type().equals(WRITTEN)
        && !(line.type().equals(EDITED) && staysInItsBoard(line.data()));
  }

  private static boolean staysInItsBoard(JsonObject data) {
    return data.getValue("boardId") != null
        && data.getValue("boardId").equals(data.getValue("boardBefore"));
  }

  boolean isEmpty() {
    return topics.isEmpty() && replies.isEmpty() && members.isEmpty() && messages.isEmpty();
  }
}
