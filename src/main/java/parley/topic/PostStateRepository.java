package parley.topic;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.post.PostRef;
import parley.post.PostState;

/** SQL for whether posts are shown, and how topics stand. */
final class PostStateRepository {

  private static final String TOPIC_OF = "SELECT topic_id FROM reply WHERE id = ?";

  private static final String TOPIC =
      """
      SELECT t.id AS topic_id, t.board_id, t.author_id, 0 AS floor, t.title, t.content, t.state,
        t.state AS topic_state, t.deleted_at, t.deleted_by, t.created_at, t.reply_count,
        t.active_at, t.pinned, t.locked_at IS NOT NULL AS locked
      FROM topic t WHERE t.id = ? FOR UPDATE
      """;

  private static final String LOCK_TOPIC = "SELECT id FROM topic WHERE id = ? FOR UPDATE";

  private static final String REPLY =
      """
      SELECT t.id AS topic_id, t.board_id, r.author_id, r.floor, t.title, r.content, r.state,
        t.state AS topic_state, r.deleted_at, r.deleted_by, r.created_at, t.reply_count,
        t.active_at, t.pinned, t.locked_at IS NOT NULL AS locked
      FROM reply r JOIN topic t ON t.id = r.topic_id WHERE r.id = ? AND t.id = ? FOR UPDATE
      """;

  private static final String SET =
      "UPDATE %s SET state = ?, deleted_at = ?, deleted_by = ? WHERE id = ?";

  /** The last reply that is left, or the opening, is the last activity. */
  private static final String COUNT =
      """
      UPDATE topic t
      LEFT JOIN reply r ON r.id = (
        SELECT id FROM reply WHERE topic_id = ? AND state = 0 ORDER BY floor DESC LIMIT 1)
      SET t.reply_count = t.reply_count + ?, t.last_reply_at = r.created_at,
        t.last_reply_author_id = r.author_id, t.active_at = COALESCE(r.created_at, t.created_at)
      WHERE t.id = ?
      """;

  private static final String ACTIVE_AT = "SELECT active_at FROM topic WHERE id = ?";

  private static final String COUNT_BY_AUTHOR =
      """
      SELECT author_id, COUNT(*) AS replies FROM reply WHERE topic_id = ? AND state = 0
      GROUP BY author_id
      """;

  private static final String PIN = "UPDATE topic SET pinned = ? WHERE id = ?";

  private static final String LOCK =
      "UPDATE topic SET locked_at = ?, locked_by = ?, lock_reason = ? WHERE id = ?";

  /**
   * A post in any state; its topic's row comes first, as for whatever changes a topic or its
   * replies.
   */
  Future<Optional<ModeratedPost>> lock(SqlClient tx, PostRef post) {
    if (post.kind() == PostRef.Kind.TOPIC) {
      return find(tx, TOPIC, post, Tuple.of(post.id()));
    }
    return tx.preparedQuery(TOPIC_OF)
        .mapping(row -> row.getLong("topic_id"))
        .execute(Tuple.of(post.id()))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : lockReply(tx, post, rows.iterator().next()));
  }

  private Future<Optional<ModeratedPost>> lockReply(SqlClient tx, PostRef reply, long topicId) {
    return tx.preparedQuery(LOCK_TOPIC)
        .execute(Tuple.of(topicId))
        .compose(locked -> find(tx, REPLY, reply, Tuple.of(reply.id(), topicId)))
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found)
                    : lock(tx, reply)); // it was moved to another topic meanwhile
  }

  private static Future<Optional<ModeratedPost>> find(
      SqlClient tx, String sql, PostRef post, Tuple values) {
    return tx.preparedQuery(sql)
        .mapping(row -> ModeratedPost.of(row, post))
        .execute(values)
        .map(rows -> first(rows));
  }

  Future<Void> set(SqlClient tx, PostRef post, PostState state, @Nullable Long by, Instant now) {
    var shown = state == PostState.SHOWN;
    var table = post.kind() == PostRef.Kind.TOPIC ? "topic" : "reply";
    var values =
        Tuple.tuple()
            .addInteger(state.code())
            .addLocalDateTime(shown ? null : utc(now))
            .addLong(shown ? null : by)
            .addLong(post.id());
    return tx.preparedQuery(SET.formatted(table)).execute(values).mapEmpty();
  }

  /** Counts more or fewer replies; gives when the topic was active last. */
  Future<Instant> count(SqlClient tx, long topicId, int replies) {
    return tx.preparedQuery(COUNT)
        .execute(Tuple.of(topicId, replies, topicId))
        .compose(counted -> tx.preparedQuery(ACTIVE_AT).execute(Tuple.of(topicId)))
        .map(rows -> instant(rows.iterator().next(), "active_at"));
  }

  /** How many of a topic's replies each member wrote, by the member's id. */
  Future<Map<String, Long>> countByAuthor(SqlClient tx, long topicId) {
    return tx.preparedQuery(COUNT_BY_AUTHOR)
        .execute(Tuple.of(topicId))
        .map(
            rows -> {
              var counts = new HashMap<String, Long>();
              rows.forEach(
                  row ->
                      counts.put(Long.toString(row.getLong("author_id")), row.getLong("replies")));
              return counts;
            });
  }

  Future<Void> pin(SqlClient tx, long topicId, Pinning pinning) {
    return tx.preparedQuery(PIN).execute(Tuple.of(pinning.code(), topicId)).mapEmpty();
  }

  Future<Void> lock(SqlClient tx, long topicId, long by, @Nullable String reason, Instant now) {
    return tx.preparedQuery(LOCK)
        .execute(
            Tuple.tuple().addLocalDateTime(utc(now)).addLong(by).addString(reason).addLong(topicId))
        .mapEmpty();
  }

  Future<Void> unlock(SqlClient tx, long topicId) {
    return tx.preparedQuery(LOCK)
        .execute(
            Tuple.tuple().addLocalDateTime(null).addLong(null).addString(null).addLong(topicId))
        .mapEmpty();
  }
}
