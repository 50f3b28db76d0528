package parley.topic;

import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalLong;
import parley.access.BoardScope;

/** Which topics stand before the others of a list. */
final class PinnedRepository {

  /** In one place; more are refused. */
  static final int MOST = 20;

  private static final String PINNED =
      """
      SELECT id, active_at FROM topic WHERE %s pinned %s AND state = 0
      ORDER BY active_at DESC, id DESC LIMIT 50
      """;

  private static final String COUNT =
      "SELECT COUNT(*) AS pinned FROM topic WHERE pinned %s AND state = 0 AND id <> ?";

  /** A topic that stands before others, and where it would stand without that. */
  record Pinned(long id, LocalDateTime activeAt) {}

  /**
   * Those of a list, the latest activity first.
   *
   * @param boardId empty for the list of all boards
   */
  Future<List<Pinned>> of(SqlClient client, BoardScope scope, OptionalLong boardId) {
    var pinned = boardId.isPresent() ? "IN (1, 2)" : "= 2";
    return client
        .preparedQuery(PINNED.formatted(scope.and("board_id"), pinned))
        .mapping(row -> new Pinned(row.getLong("id"), row.getLocalDateTime("active_at")))
        .execute(Tuple.from(scope.ids()))
        .map(rows -> list(rows));
  }

  /** How many others are pinned in the same place. */
  Future<Long> others(SqlClient tx, Pinning pinning, long boardId, long topicId) {
    return pinning == Pinning.EVERYWHERE
        ? count(tx, COUNT.formatted("= 2"), Tuple.of(topicId))
        : count(tx, COUNT.formatted("IN (1, 2)") + " AND board_id = ?", Tuple.of(topicId, boardId));
  }

  private static Future<Long> count(SqlClient tx, String sql, Tuple values) {
    return tx.preparedQuery(sql)
        .mapping(row -> row.getLong("pinned"))
        .execute(values)
        .map(rows -> list(rows).get(0));
  }
}
