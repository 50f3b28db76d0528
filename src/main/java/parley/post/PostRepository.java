package parley.post;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.instant;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;

/** Writes topics as rows, and finds what was written under a key. */
final class PostRepository {

  private static final String ADD_TOPIC =
      """
      INSERT INTO topic (board_id, author_id, title, content, html, html_version, created_at,
        active_at, state, request_key, request_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND_TOPIC =
      "SELECT id, request_digest FROM topic WHERE author_id = ? AND request_key = ?";

  private static final String FIND_REPLY =
      "SELECT id, request_digest FROM reply WHERE author_id = ? AND request_key = ?";

  /** A post that was written under a key. */
  record Keyed(long id, Buffer digest) {}

  Future<Long> addTopic(SqlClient tx, Draft draft, PostState state, Instant now) {
    var request = draft.request();
    return tx.preparedQuery(ADD_TOPIC)
        .execute(
            Tuple.tuple()
                .addLong(draft.newBoard().id())
                .addLong(draft.author().id())
                .addString(draft.title())
                .addString(draft.content())
                .addString(draft.text().html())
                .addInteger(draft.text().version())
                .addLocalDateTime(utc(now))
                .addLocalDateTime(utc(now))
                .addInteger(state.code())
                .addString(request == null ? null : request.key())
                .addBuffer(request == null ? null : request.digest()))
        .map(rows -> insertedId(rows));
  }

  Future<Optional<Keyed>> findTopic(SqlClient client, long authorId, String key) {
    return find(client, FIND_TOPIC, authorId, key);
  }

  Future<Optional<Keyed>> findReply(SqlClient client, long authorId, String key) {
    return find(client, FIND_REPLY, authorId, key);
  }

  private static Future<Optional<Keyed>> find(
      SqlClient client, String sql, long authorId, String key) {
    return client
        .preparedQuery(sql)
        .mapping(row -> new Keyed(row.getLong("id"), row.getBuffer("request_digest")))
        .execute(Tuple.of(authorId, key))
        .map(rows -> first(rows));
  }

  static PostedTopic topic(Row row) {
    return new PostedTopic(
        row.getLong("id"),
        row.getLong("board_id"),
        row.getLong("author_id"),
        row.getString("title"),
        row.getLong("reply_count"),
        row.getLong("last_floor"),
        instant(row, "created_at"),
        instant(row, "active_at"),
        row.getBoolean("locked"));
  }
}
