package parley.moderation;

import static parley.store.Rows.first;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** SQL that erases what was deleted. Rows stay: replies keep their floors. */
final class ErasingRepository {

  private static final String REPLIES =
      """
      UPDATE reply SET content = '', html = ''
      WHERE state = 3 AND deleted_at < ? AND content <> '' ORDER BY deleted_at LIMIT 500
      """;

  private static final String TOPIC =
      """
      SELECT id FROM topic WHERE state = 3 AND deleted_at < ? AND content <> ''
      ORDER BY deleted_at LIMIT 1
      """;

  /** With their topic. */
  private static final String REPLIES_OF =
      "UPDATE reply SET content = '', html = '' WHERE topic_id = ? AND content <> '' LIMIT 500";

  private static final String ERASE_TOPIC =
      """
      UPDATE topic SET title = '', content = '', html = ''
      WHERE id = ? AND state = 3 AND deleted_at < ?
      """;

  /** At most 500; gives how many. */
  Future<Integer> replies(SqlClient client, Instant before) {
    return client
        .preparedQuery(REPLIES)
        .execute(Tuple.of(utc(before)))
        .map(rows -> rows.rowCount());
  }

  /** One that is to be erased. */
  Future<Optional<Long>> topic(SqlClient client, Instant before) {
    return client
        .preparedQuery(TOPIC)
        .mapping(row -> row.getLong("id"))
        .execute(Tuple.of(utc(before)))
        .map(rows -> first(rows));
  }

  /** At most 500; gives how many. */
  Future<Integer> repliesOf(SqlClient client, long topicId) {
    return client.preparedQuery(REPLIES_OF).execute(Tuple.of(topicId)).map(rows -> rows.rowCount());
  }

  Future<Void> erase(SqlClient client, long topicId, Instant before) {
    return client.preparedQuery(ERASE_TOPIC).execute(Tuple.of(topicId, utc(before))).mapEmpty();
  }
}
