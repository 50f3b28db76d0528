package parley.topic;

import static parley.store.Rows.first;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** SQL that finds where a post stands that was moved. */
final class FormerPlaceRepository {

  private static final String FIND =
      """
      SELECT t.id, t.board_id, COALESCE(r.floor, 0) AS floor
      FROM former_place p
      LEFT JOIN reply r ON r.id = p.reply_id
      JOIN topic t ON t.id = COALESCE(r.topic_id, p.to_topic_id)
      WHERE p.topic_id = ? AND p.floor = ?
      """;

  /**
   * Where a post is now.
   *
   * @param floor 0 for the topic's own text
   */
  record Now(long topicId, long boardId, long floor) {

    /** Its path and query, after what names the topics. */
    String path(String topics) {
      return topics + topicId + (floor == 0 ? "" : "?floor=" + floor);
    }
  }

  /** Empty where it was not moved. */
  Future<Optional<Now>> find(SqlClient client, long topicId, long floor) {
    return client
        .preparedQuery(FIND)
        .mapping(row -> new Now(row.getLong("id"), row.getLong("board_id"), row.getLong("floor")))
        .execute(Tuple.of(topicId, floor))
        .map(rows -> first(rows));
  }
}
