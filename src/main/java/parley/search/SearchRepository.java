package parley.search;

import static java.util.stream.Collectors.toMap;
import static parley.store.Rows.instant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import parley.member.Author;

/** Reads what is shown of hits, as it is now: what is not shown any more is left out. */
final class SearchRepository {

  private static final String TOPICS = "SELECT id, html FROM topic WHERE state = 0 AND id IN (%s)";

  private static final String REPLIES =
      "SELECT r.id, r.topic_id, r.floor, r.html, r.created_at, "
          + Author.columns("a")
          + " FROM reply r JOIN member a ON a.id = r.author_id WHERE r.state = 0 AND r.id IN (%s)";

  private static final String MEMBERS =
      "SELECT m.created_at, " + Author.columns("m") + " FROM member m WHERE m.id IN (%s)";

  private static final String MESSAGES =
      "SELECT c.id, r.uuid, c.html, c.created_at, "
          + Author.columns("s")
          + ", "
          + Author.columns("o")
          + """
             FROM chat_message c JOIN chat_room r ON r.id = c.room_id
            JOIN member s ON s.id = c.sender_id
            JOIN member o ON o.id = IF(r.low_member_id = ?, r.high_member_id, r.low_member_id)
            WHERE (r.low_member_id = ? OR r.high_member_id = ?) AND c.id IN (%s)
            """;

  record ReplyRow(long id, long topicId, long floor, Author author, String html, Instant at) {}

  record MemberRow(Author member, Instant at) {}

  record MessageRow(long id, UUID roomId, Author sender, Author contact, String html, Instant at) {}

  /** The HTML of topics by their ids. */
  Future<Map<Long, String>> topics(SqlClient client, Collection<Long> ids) {
    return byId(client, TOPICS, List.of(), ids)
        .map(rows -> mapped(rows, row -> row.getLong("id"), row -> row.getString("html")));
  }

  Future<Map<Long, ReplyRow>> replies(SqlClient client, Collection<Long> ids) {
    return byId(client, REPLIES, List.of(), ids)
        .map(
            rows ->
                mapped(
                    rows,
                    row -> row.getLong("id"),
                    row ->
                        new ReplyRow(
                            row.getLong("id"),
                            row.getLong("topic_id"),
                            row.getLong("floor"),
                            Author.of(row, "a"),
                            row.getString("html"),
                            instant(row, "created_at"))));
  }

  Future<Map<Long, MemberRow>> members(SqlClient client, Collection<Long> ids) {
    return byId(client, MEMBERS, List.of(), ids)
        .map(
            rows ->
                mapped(
                    rows,
                    row -> row.getLong("m_id"),
                    row -> new MemberRow(Author.of(row, "m"), instant(row, "created_at"))));
  }

  /** Those of a member's own conversations. */
  Future<Map<Long, MessageRow>> messages(SqlClient client, long memberId, Collection<Long> ids) {
    return byId(client, MESSAGES, List.of(memberId, memberId, memberId), ids)
        .map(
            rows ->
                mapped(
                    rows,
                    row -> row.getLong("id"),
                    row ->
                        new MessageRow(
                            row.getLong("id"),
                            UUID.fromString(row.getString("uuid")),
                            Author.of(row, "s"),
                            Author.of(row, "o"),
                            row.getString("html"),
                            instant(row, "created_at"))));
  }

  private static Future<List<Row>> byId(
      SqlClient client, String sql, List<Long> before, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    var values = Tuple.tuple();
    before.forEach(values::addLong);
    ids.forEach(values::addLong);
    return client
        .preparedQuery(sql.formatted(String.join(",", Collections.nCopies(ids.size(), "?"))))
        .execute(values)
        .map(SearchRepository::list);
  }

  private static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  private static <T> Map<Long, T> mapped(
      List<Row> rows, Function<Row, Long> id, Function<Row, T> value) {
    return rows.stream().collect(toMap(id, value));
  }
}
