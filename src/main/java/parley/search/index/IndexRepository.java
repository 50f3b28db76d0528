package parley.search.index;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads what is to be found from the rows: only what is shown. */
final class IndexRepository {

  private static final String TOPICS =
      """
      SELECT t.id, t.id AS topic_id, t.board_id, t.author_id, t.title, t.html, t.created_at
      FROM topic t WHERE t.state = 0 AND t.id %s
      """;

  private static final String REPLIES =
      """
      SELECT r.id, r.topic_id, t.board_id, r.author_id, '' AS title, r.html, r.created_at
      FROM reply r JOIN topic t ON t.id = r.topic_id
      WHERE r.state = 0 AND t.state = 0 AND r.id %s
      """;

  private static final String REPLIES_OF =
      """
      SELECT r.id, r.topic_id, t.board_id, r.author_id, '' AS title, r.html, r.created_at
      FROM reply r JOIN topic t ON t.id = r.topic_id
      WHERE r.state = 0 AND t.state = 0 AND r.topic_id = ? AND r.id > ? ORDER BY r.id LIMIT ?
      """;

  private static final String MEMBERS =
      """
      SELECT m.id, 0 AS topic_id, 0 AS board_id, m.id AS author_id, m.username AS title, '' AS html,
        m.created_at
      FROM member m WHERE m.id %s
      """;

  private static final String MESSAGES =
      """
      SELECT m.id, 0 AS topic_id, 0 AS board_id, m.sender_id AS author_id, '' AS title, m.html,
        m.created_at, r.low_member_id, r.high_member_id
      FROM chat_message m JOIN chat_room r ON r.id = m.room_id WHERE m.id %s
      """;

  private static final String PAGE = "< ? ORDER BY id DESC LIMIT ?";

  private static final String REPLY_COUNT =
      "SELECT board_id, reply_count FROM topic WHERE id = ? AND state = 0";

  private static final String COUNT =
      """
      SELECT (SELECT COUNT(*) FROM topic) + (SELECT COUNT(*) FROM reply)
        + (SELECT COUNT(*) FROM member) + (SELECT COUNT(*) FROM chat_message) AS rows_in_all
      """;

  /** Where a topic is, and how many of its replies are shown. */
  record Place(long boardId, long replies) {}

  /** Those of these ids that are shown. */
  Future<List<Item>> find(SqlClient client, Kind kind, Collection<Long> ids) {
    var marks = "IN (" + String.join(",", Collections.nCopies(ids.size(), "?")) + ")";
    return items(client, kind, select(kind).formatted(marks), Tuple.from(List.copyOf(ids)));
  }

  /** The next ones with lower ids, the highest first. */
  Future<List<Item>> before(SqlClient client, Kind kind, long id, int limit) {
    return items(client, kind, select(kind).formatted(PAGE), Tuple.of(id, limit));
  }

  /** The next replies of a topic with higher ids, the lowest first. */
  Future<List<Item>> repliesOf(SqlClient client, long topicId, long after, int limit) {
    return items(client, Kind.REPLY, REPLIES_OF, Tuple.of(topicId, after, limit));
  }

  /** Empty where the topic is not shown. */
  Future<Optional<Place>> place(SqlClient client, long topicId) {
    return client
        .preparedQuery(REPLY_COUNT)
        .mapping(row -> new Place(row.getLong("board_id"), row.getLong("reply_count")))
        .execute(Tuple.of(topicId))
        .map(rows -> first(rows));
  }

  /** How many rows there are of all kinds. */
  Future<Long> count(SqlClient client) {
    return client
        .preparedQuery(COUNT)
        .mapping(row -> row.getLong("rows_in_all"))
        .execute()
        .map(rows -> first(rows).orElse(0L));
  }

  private static String select(Kind kind) {
    return switch (kind) {
      case TOPIC -> TOPICS;
      case REPLY -> REPLIES;
      case MEMBER -> MEMBERS;
      case MESSAGE -> MESSAGES;
    };
  }

  private static Future<List<Item>> items(
      SqlClient client, Kind kind, String sql, Tuple parameters) {
    return client
        .preparedQuery(sql)
        .mapping(row -> item(kind, row))
        .execute(parameters)
        .map(rows -> list(rows));
  }

  private static Item item(Kind kind, Row row) {
    return new Item(
        kind,
        row.getLong("id"),
        row.getLong("topic_id"),
        row.getLong("board_id"),
        row.getLong("author_id"),
        kind == Kind.MESSAGE
            ? List.of(row.getLong("low_member_id"), row.getLong("high_member_id"))
            : List.of(),
        row.getString("title"),
        row.getString("html"),
        instant(row, "created_at"));
  }
}
