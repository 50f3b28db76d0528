package parley.topic;

import static parley.store.Rows.first;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.BoardScope;
import parley.rendering.Rendered;
import parley.topic.PinnedRepository.Pinned;

/** Topics as rows. Those that are deleted are nowhere but in their rows. */
final class TopicRepository {

  private static final String FIND_ANY =
      "SELECT "
          + TopicRow.WHOLE_COLUMNS
          + " FROM topic t "
          + TopicRow.WHOLE_JOINS
          + " WHERE t.id = ?";

  private static final String FIND = FIND_ANY + " AND t.state = 0";

  private static final String LOCK = "SELECT id FROM topic WHERE id = ? AND state = 0 FOR UPDATE";

  /** The ids come from the index alone; only the page's own rows are read whole. */
  private static final String PAGE =
      "SELECT "
          + TopicRow.SUMMARY_COLUMNS
          + """
             FROM (
              SELECT id FROM topic WHERE %s %s state = 0 AND active_at < ?
              ORDER BY active_at DESC, id DESC LIMIT ? OFFSET ?
            ) page
            JOIN topic t ON t.id = page.id
            """
          + TopicRow.JOINS
          + " ORDER BY t.active_at DESC, t.id DESC";

  private static final String SUMMARIES =
      "SELECT "
          + TopicRow.SUMMARY_COLUMNS
          + " FROM topic t "
          + TopicRow.JOINS
          + " WHERE %s t.state = 0 AND t.id IN (%s)";

  private static final String RECENT_OF =
      """
      SELECT id, title, created_at FROM topic
      WHERE %s author_id = ? AND state = 0 ORDER BY id DESC LIMIT 10
      """;

  private static final String COUNT_OF =
      "SELECT COUNT(*) AS topics FROM topic WHERE %s author_id = ? AND state = 0";

  private static final String BOARD_OF = "SELECT board_id FROM topic WHERE id = ? AND state = 0";

  private static final String PLACE =
      """
      SELECT id AS topic_id, board_id, author_id, 0 AS floor FROM topic WHERE id = ? AND state = 0
      """;

  private static final String CHANGE =
      """
      UPDATE topic SET title = ?, content = ?, html = ?, html_version = ?, board_id = ?,
        version = version + 1, edited_at = ?
      WHERE id = ? AND version = ? AND state = 0
      """;

  private static final String ADD_VIEWS = "UPDATE topic SET views = views + ? WHERE id = ?";

  Future<Optional<TopicRow>> find(SqlClient client, long id) {
    return find(client, FIND, id);
  }

  /** The same, in any state. */
  Future<Optional<TopicRow>> findAny(SqlClient client, long id) {
    return find(client, FIND_ANY, id);
  }

  private static Future<Optional<TopicRow>> find(SqlClient client, String sql, long id) {
    return client
        .preparedQuery(sql)
        .mapping(TopicRow::of)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /**
   * Finds a topic and keeps others from changing it until the transaction ends. Whatever changes a
   * topic or its replies does this first, so that transactions wait for each other in one order.
   */
  Future<Optional<TopicRow>> lock(SqlClient tx, long id) {
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(id))
        .compose(
            rows -> rows.size() == 0 ? Future.succeededFuture(Optional.empty()) : find(tx, id));
  }

  /** Without the pinned topics, which stand before them. */
  Future<List<TopicSummary>> page(
      SqlClient client,
      BoardScope scope,
      List<Pinned> pinned,
      TopicDayRepository.Start start,
      int size) {
    var others =
        pinned.isEmpty()
            ? ""
            : "id NOT IN (" + String.join(",", Collections.nCopies(pinned.size(), "?")) + ") AND";
    var values = Tuple.from(scope.ids());
    pinned.forEach(topic -> values.addLong(topic.id()));
    return client
        .preparedQuery(PAGE.formatted(scope.and("board_id"), others))
        .mapping(TopicRow::summary)
        .execute(values.addValue(start.before()).addInteger(size).addLong(start.skip()))
        .map(rows -> list(rows));
  }

  /** Those of these topics that are shown and in these boards, in no order. */
  Future<List<TopicSummary>> summaries(SqlClient client, BoardScope scope, Collection<Long> ids) {
    var marks = String.join(",", Collections.nCopies(ids.size(), "?"));
    var values = Tuple.from(scope.ids());
    ids.forEach(values::addLong);
    return client
        .preparedQuery(SUMMARIES.formatted(scope.and("t.board_id"), marks))
        .mapping(TopicRow::summary)
        .execute(values)
        .map(rows -> list(rows));
  }

  Future<List<RecentTopic>> recentOf(SqlClient client, long memberId, BoardScope scope) {
    return client
        .preparedQuery(RECENT_OF.formatted(scope.and("board_id")))
        .mapping(RecentTopic::of)
        .execute(Tuple.from(scope.ids()).addLong(memberId))
        .map(rows -> list(rows));
  }

  /** How many topics a member has opened in these boards. */
  Future<Long> countOf(SqlClient client, long memberId, BoardScope scope) {
    return client
        .preparedQuery(COUNT_OF.formatted(scope.and("board_id")))
        .mapping(row -> row.getLong("topics"))
        .execute(Tuple.from(scope.ids()).addLong(memberId))
        .map(rows -> first(rows).orElseThrow());
  }

  /** Empty where there is no such topic, or it is deleted. */
  Future<Optional<TopicHead>> head(SqlClient client, long id) {
    return client
        .preparedQuery(TopicHead.FIND)
        .mapping(TopicHead::of)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /** Empty where there is no such topic, or it is deleted. */
  Future<Optional<Long>> boardOf(SqlClient client, long id) {
    return client
        .preparedQuery(BOARD_OF)
        .mapping(row -> row.getLong("board_id"))
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Optional<PostPlace>> place(SqlClient client, long id) {
    return client
        .preparedQuery(PLACE)
        .mapping(PostPlace::of)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /**
   * False where the version is not the current one, or the topic is gone.
   *
   * @param editedAt null if it is not marked as edited
   */
  Future<Boolean> change(
      SqlClient tx, long id, TopicEdit edit, Rendered text, @Nullable Instant editedAt) {
    return tx.preparedQuery(CHANGE)
        .execute(
            Tuple.of(
                edit.title(),
                edit.content(),
                text.html(),
                text.version(),
                edit.boardId(),
                utc(editedAt),
                id,
                edit.version()))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> addViews(SqlClient tx, Map<Long, Long> viewsByTopic) {
    var rows =
        viewsByTopic.entrySet().stream()
            .sorted(Map.Entry.comparingByKey()) // one order of locks
            .map(entry -> Tuple.of(entry.getValue(), entry.getKey()))
            .toList();
    return tx.preparedQuery(ADD_VIEWS).executeBatch(rows).mapEmpty();
  }
}
