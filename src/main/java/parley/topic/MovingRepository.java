package parley.topic;

import static parley.store.Rows.instant;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** SQL that moves many topics. */
final class MovingRepository {

  private static final String SOME = "SELECT id FROM topic WHERE board_id = ? LIMIT ?";

  private static final String LOCK =
      """
      SELECT id, author_id, state, reply_count, active_at FROM topic
      WHERE id IN (%s) AND board_id = ? ORDER BY id FOR UPDATE
      """;

  private static final String MOVE = "UPDATE topic SET board_id = ? WHERE id IN (%s)";

  /** A topic that is moved. */
  record Moving(long id, long authorId, boolean isShown, long replyCount, Instant activeAt) {}

  /** Some topics of a board in any state, locked in the order of their ids. */
  Future<List<Moving>> lockSome(SqlClient tx, long boardId, int limit) {
    return tx.preparedQuery(SOME)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(boardId, limit))
        .map(rows -> list(rows))
        .compose(
            ids ->
                ids.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : tx.preparedQuery(LOCK.formatted(marks(ids.size())))
                        .mapping(
                            row ->
                                new Moving(
                                    row.getLong("id"),
                                    row.getLong("author_id"),
                                    row.getInteger("state") == 0,
                                    row.getLong("reply_count"),
                                    instant(row, "active_at")))
                        .execute(Tuple.from(ids).addLong(boardId))
                        .map(rows -> list(rows)));
  }

  Future<Void> move(SqlClient tx, List<Moving> topics, long toBoard) {
    var values = Tuple.of(toBoard);
    topics.forEach(topic -> values.addLong(topic.id()));
    return tx.preparedQuery(MOVE.formatted(marks(topics.size()))).execute(values).mapEmpty();
  }

  private static String marks(int count) {
    return String.join(",", Collections.nCopies(count, "?"));
  }
}
