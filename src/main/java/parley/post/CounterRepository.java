package parley.post;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import parley.post.Deltas.Change;
import parley.post.Deltas.Day;

/** Adds to what boards, members and days count. Each map is in the order of the locks. */
final class CounterRepository {

  private static final String COUNT =
      "UPDATE %s SET topic_count = topic_count + ?, reply_count = reply_count + ? WHERE id = ?";

  private static final String COUNT_BOARD = COUNT.formatted("board");

  private static final String COUNT_MEMBER = COUNT.formatted("member");

  private static final String COUNT_DAY =
      """
      INSERT INTO topic_day (board_id, day, topics) VALUES (?, ?, ?)
      ON DUPLICATE KEY UPDATE topics = topics + VALUES(topics)
      """;

  Future<Void> countBoards(SqlClient tx, Map<Long, Change> changes) {
    return count(tx, COUNT_BOARD, changes);
  }

  Future<Void> countMembers(SqlClient tx, Map<Long, Change> changes) {
    return count(tx, COUNT_MEMBER, changes);
  }

  private static Future<Void> count(SqlClient tx, String sql, Map<Long, Change> changes) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    var batch =
        changes.entrySet().stream()
            .map(
                entry ->
                    Tuple.of(entry.getValue().topics(), entry.getValue().replies(), entry.getKey()))
            .toList();
    return tx.preparedQuery(sql).executeBatch(batch).mapEmpty();
  }

  Future<Void> countDays(SqlClient tx, Map<Day, Long> changes) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    var batch =
        changes.entrySet().stream()
            .map(
                entry -> Tuple.of(entry.getKey().boardId(), entry.getKey().day(), entry.getValue()))
            .toList();
    return tx.preparedQuery(COUNT_DAY).executeBatch(batch).mapEmpty();
  }
}
