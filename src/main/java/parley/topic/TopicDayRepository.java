package parley.topic;

import static parley.store.Rows.first;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.List;
import parley.access.BoardScope;
import parley.topic.PinnedRepository.Pinned;

/**
 * Finds where a deep page of the topic list starts, without reading all that stand before it:
 * topics are counted by board and day of last activity. What is left to skip are topics of that one
 * day. The counts follow the topics within a second, as all counters do.
 */
final class TopicDayRepository {

  /** So many topics are skipped as quickly as their day is found. */
  private static final int NEAR = 500;

  private static final LocalDateTime END = LocalDateTime.of(9999, 12, 31, 0, 0);

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
  record Start(LocalDateTime before, long skip) {

    /** The same in a list without these topics, which the days count. */
    Start without(List<Pinned> pinned) {
      var passed = pinned.stream().filter(topic -> !topic.activeAt().isBefore(before)).count();
      return new Start(before, skip + passed);
    }
  }

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
}
