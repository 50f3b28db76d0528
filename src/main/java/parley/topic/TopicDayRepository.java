package parley.topic;

import static parley.store.Rows.first;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import parley.access.BoardScope;

/**
 * Counts the shown topics by board and day of last activity, so that a deep page of the topic list
 * starts at its day instead of reading all that stand before it. What is left to skip are topics of
 * that one day.
 *
 * <p>A board's days change under the lock of that board's counters only: count there first.
 */
final class TopicDayRepository {

  /** So many topics are skipped as quickly as their day is found. */
  private static final int NEAR = 500;

  private static final LocalDateTime END = LocalDateTime.of(9999, 12, 31, 0, 0);

  private static final String COUNT =
      """
      INSERT INTO topic_day (board_id, day, topics)
      SELECT board_id, DATE(active_at), 1 FROM topic WHERE id = ? AND state = 0
      ON DUPLICATE KEY UPDATE topics = topics + 1
      """;

  private static final String UNCOUNT =
      """
      UPDATE topic_day d JOIN topic t ON t.board_id = d.board_id AND DATE(t.active_at) = d.day
      SET d.topics = d.topics - 1
      WHERE t.id = ? AND t.state = 0
      """;

  private static final String DAY_OF =
      """
      SELECT day, through - here AS passed FROM (
        SELECT day, SUM(topics) AS here, SUM(SUM(topics)) OVER (ORDER BY day DESC) AS through
        FROM topic_day WHERE %s GROUP BY day
      ) days
      WHERE through > ? ORDER BY day DESC LIMIT 1
      """;

  /**
   * Where in the list to begin reading.
   *
   * @param before the activity of all that is read is earlier
   * @param skip how many of those come before what is wanted
   */
  record Start(LocalDateTime before, long skip) {}

  /** Where to begin for what has so many topics of these boards before it. */
  Future<Start> start(SqlClient client, BoardScope scope, long offset) {
    if (offset <= NEAR) {
      return Future.succeededFuture(new Start(END, offset));
    }
    return client
        .preparedQuery(DAY_OF.formatted(scope.condition("board_id")))
        .mapping(row -> start(row, offset))
        .execute(Tuple.from(scope.ids()).addLong(offset))
        .map(rows -> first(rows).orElseGet(() -> new Start(END, offset)));
  }

  private static Start start(Row day, long offset) {
    return new Start(
        day.getLocalDate("day").plusDays(1).atStartOfDay(), offset - day.getLong("passed"));
  }

  /** Counts a new topic. */
  Future<Void> count(SqlClient tx, long topicId) {
    return tx.preparedQuery(COUNT).execute(Tuple.of(topicId)).mapEmpty();
  }

  /** Makes a change of a topic's board, of its last activity, or of its being shown at all. */
  <T> Future<T> recount(SqlClient tx, long topicId, Supplier<Future<T>> change) {
    return tx.preparedQuery(UNCOUNT)
        .execute(Tuple.of(topicId))
        .compose(uncounted -> change.get())
        .compose(changed -> count(tx, topicId).map(changed));
  }
}
