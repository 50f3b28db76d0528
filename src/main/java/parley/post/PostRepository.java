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

/** Writes topics and replies as rows. */
final class PostRepository {

  private static final String LOCK_TOPIC =
      """
      SELECT id, board_id, author_id, title, reply_count, last_floor, created_at, active_at
      FROM topic WHERE id = ? AND state = 0 FOR UPDATE
      """;

  private static final String ADD_TOPIC =
      """
      INSERT INTO topic (board_id, author_id, title, content, html, html_version, created_at,
        active_at, state, request_key, request_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ADD_REPLY =
      """
      INSERT INTO reply (topic_id, floor, author_id, content, html, html_version, created_at,
        state, request_key, request_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REPLIED =
      """
      UPDATE topic SET last_floor = ?, reply_count = reply_count + 1, last_reply_at = ?,
        last_reply_author_id = ?, active_at = ?
      WHERE id = ?
      """;

  private static final String REPLIED_UNSEEN = "UPDATE topic SET last_floor = ? WHERE id = ?";

  private static final String FIND_TOPIC =
      "SELECT id, request_digest FROM topic WHERE author_id = ? AND request_key = ?";

  private static final String FIND_REPLY =
      "SELECT id, request_digest FROM reply WHERE author_id = ? AND request_key = ?";

  /** A post that was written under a key. */
  record Keyed(long id, Buffer digest) {}

  /** Keeps others from replying, until the transaction ends; empty where it is not shown. */
  Future<Optional<PostedTopic>> lockTopic(SqlClient tx, long id) {
    return tx.preparedQuery(LOCK_TOPIC)
        .mapping(PostRepository::topic)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

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

  Future<Long> addReply(SqlClient tx, Draft draft, long floor, PostState state, Instant now) {
    var request = draft.request();
    return tx.preparedQuery(ADD_REPLY)
        .execute(
            Tuple.tuple()
                .addLong(draft.topicId())
                .addLong(floor)
                .addLong(draft.author().id())
                .addString(draft.content())
                .addString(draft.text().html())
                .addInteger(draft.text().version())
                .addLocalDateTime(utc(now))
                .addInteger(state.code())
                .addString(request == null ? null : request.key())
                .addBuffer(request == null ? null : request.digest()))
        .map(rows -> insertedId(rows));
  }

  /** A reply that is held back takes its floor and shows nowhere else. */
  Future<Void> replied(
      SqlClient tx, long topicId, long floor, long authorId, PostState state, Instant now) {
    return state == PostState.SHOWN
        ? tx.preparedQuery(REPLIED)
            .execute(Tuple.of(floor, utc(now), authorId, utc(now), topicId))
            .mapEmpty()
        : tx.preparedQuery(REPLIED_UNSEEN).execute(Tuple.of(floor, topicId)).mapEmpty();
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

  private static PostedTopic topic(Row row) {
    return new PostedTopic(
        row.getLong("id"),
        row.getLong("board_id"),
        row.getLong("author_id"),
        row.getString("title"),
        row.getLong("reply_count"),
        row.getLong("last_floor"),
        instant(row, "created_at"),
        instant(row, "active_at"));
  }
}
