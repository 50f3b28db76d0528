package parley.topic;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.BoardScope;
import parley.member.Author;
import parley.rendering.Rendered;

/** Replies as rows. Those that are deleted keep their floor and are nowhere else. */
final class ReplyRepository {

  private static final String SELECT =
      """
      SELECT r.id, r.topic_id, r.floor, r.content, r.html, r.version, r.created_at, r.edited_at,
        %s%%s
      FROM reply r JOIN member a ON a.id = r.author_id
      """
          .formatted(Author.columns("a"));

  private static final String FIND =
      SELECT.formatted(", t.board_id")
          + "JOIN topic t ON t.id = r.topic_id WHERE r.id = ? AND r.state = 0 AND t.state = 0";

  private static final String FROM_FLOOR =
      SELECT.formatted("")
          + "WHERE r.topic_id = ? AND r.state = 0 AND r.floor >= ? ORDER BY r.floor LIMIT ?";

  private static final String DELETED_FLOORS =
      """
      SELECT floor FROM reply WHERE topic_id = ? AND state > 0
      UNION ALL SELECT floor FROM former_place WHERE topic_id = ? AND floor > 0
      ORDER BY floor
      """;

  private static final String RECENT_OF =
      """
      SELECT r.id, r.topic_id, t.title, r.floor, r.html, r.created_at
      FROM reply r JOIN topic t ON t.id = r.topic_id
      WHERE %s r.author_id = ? AND r.state = 0 AND t.state = 0 ORDER BY r.id DESC LIMIT 10
      """;

  private static final String COUNT_OF =
      """
      SELECT COUNT(*) AS replies FROM reply r JOIN topic t ON t.id = r.topic_id
      WHERE %s r.author_id = ? AND r.state = 0 AND t.state = 0
      """;

  private static final String PLACE =
      """
      SELECT r.topic_id, t.board_id, r.author_id, r.floor
      FROM reply r JOIN topic t ON t.id = r.topic_id
      WHERE r.id = ? AND r.state = 0 AND t.state = 0
      """;

  private static final String CHANGE =
      """
      UPDATE reply SET content = ?, html = ?, html_version = ?, version = version + 1, edited_at = ?
      WHERE id = ? AND version = ? AND state = 0
      """;

  /** A reply as stored. */
  record ReplyRow(
      long id,
      long topicId,
      long boardId,
      long floor,
      Author author,
      String content,
      String html,
      long version,
      Instant createdAt,
      @Nullable Instant editedAt) {}

  Future<Optional<ReplyRow>> find(SqlClient client, long id) {
    return client
        .preparedQuery(FIND)
        .mapping(row -> reply(row, row.getLong("board_id")))
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /** The first replies from this floor on, of a topic that is not deleted. */
  Future<List<ReplyRow>> fromFloor(SqlClient client, TopicSummary topic, long floor, int limit) {
    return client
        .preparedQuery(FROM_FLOOR)
        .mapping(row -> reply(row, topic.board().id()))
        .execute(Tuple.of(topic.id(), floor, limit))
        .map(rows -> list(rows));
  }

  Future<Floors> floors(SqlClient client, TopicRow topic) {
    if (topic.lastFloor() == topic.summary().replyCount()) {
      return Future.succeededFuture(Floors.NONE_DELETED);
    }
    return client
        .preparedQuery(DELETED_FLOORS)
        .mapping(row -> row.getLong("floor"))
        .execute(Tuple.of(topic.summary().id(), topic.summary().id()))
        .map(rows -> new Floors(list(rows)));
  }

  Future<List<RecentReply>> recentOf(SqlClient client, long memberId, BoardScope scope) {
    return client
        .preparedQuery(RECENT_OF.formatted(scope.and("t.board_id")))
        .mapping(RecentReply::of)
        .execute(Tuple.from(scope.ids()).addLong(memberId))
        .map(rows -> list(rows));
  }

  /** How many replies a member has written in these boards. */
  Future<Long> countOf(SqlClient client, long memberId, BoardScope scope) {
    return client
        .preparedQuery(COUNT_OF.formatted(scope.and("t.board_id")))
        .mapping(row -> row.getLong("replies"))
        .execute(Tuple.from(scope.ids()).addLong(memberId))
        .map(rows -> first(rows).orElseThrow());
  }

  Future<Optional<PostPlace>> place(SqlClient client, long id) {
    return client
        .preparedQuery(PLACE)
        .mapping(PostPlace::of)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /**
   * False where the version is not the current one, or the reply is gone.
   *
   * @param editedAt null if it is not marked as edited
   */
  Future<Boolean> change(
      SqlClient tx, long id, ReplyEdit edit, Rendered text, @Nullable Instant editedAt) {
    return tx.preparedQuery(CHANGE)
        .execute(
            Tuple.of(
                edit.content(), text.html(), text.version(), utc(editedAt), id, edit.version()))
        .map(rows -> rows.rowCount() == 1);
  }

  private static ReplyRow reply(Row row, long boardId) {
    return new ReplyRow(
        row.getLong("id"),
        row.getLong("topic_id"),
        boardId,
        row.getLong("floor"),
        Author.of(row, "a"),
        row.getString("content"),
        row.getString("html"),
        row.getLong("version"),
        instant(row, "created_at"),
        instantOrNull(row, "edited_at"));
  }
}
