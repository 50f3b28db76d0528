package parley.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collections;
import java.util.Map;
import parley.post.Deltas.Change;
import parley.post.Deltas.Day;

/** Adds to what boards, members and days count. Each map is in the order of the locks. */
final class CounterRepository {

  /** All rows in one statement: their locks are held for one way, not for one a row. */
  private static final String COUNT =
      """
      UPDATE %s counted JOIN (%%s) d ON d.id = counted.id
      SET counted.topic_count = counted.topic_count + d.topics,
        counted.reply_count = counted.reply_count + d.replies
      """;

  private static final String ROW = "SELECT ? AS id, ? AS topics, ? AS replies";

  private static final String COUNT_DAYS =
      """
      INSERT INTO topic_day (board_id, day, topics) VALUES %s
      ON DUPLICATE KEY UPDATE topics = topics + VALUES(topics)
      """;

  Future<Void> countBoards(SqlClient tx, Map<Long, Change> changes) {
    return count(tx, "board", changes);
  }

  Future<Void> countMembers(SqlClient tx, Map<Long, Change> changes) {
    return count(tx, "member", changes);
  }

  private static Future<Void> count(SqlClient tx, String table, Map<Long, Change> changes) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    var values = Tuple.tuple();
    changes.forEach(
        (id, change) -> values.addLong(id).addLong(change.topics()).addLong(change.replies()));
    var rows = repeated(ROW, changes.size(), " UNION ALL ");
    return tx.preparedQuery(COUNT.formatted(table).formatted(rows)).execute(values).mapEmpty();
  }

  Future<Void> countDays(SqlClient tx, Map<Day, Long> changes) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    var values = Tuple.tuple();
    changes.forEach(
        (day, topics) -> values.addLong(day.boardId()).addLocalDate(day.day()).addLong(topics));
    return tx.preparedQuery(COUNT_DAYS.formatted(repeated("(?, ?, ?)", changes.size(), ", ")))
        .execute(values)
        .mapEmpty();
  }

  private static String repeated(String row, int count, String between) {
    return String.join(between, Collections.nCopies(count, row));
  }
}
