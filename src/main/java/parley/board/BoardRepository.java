package parley.board;

import static parley.store.Rows.first;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import parley.access.BoardScope;

/** SQL for boards. */
final class BoardRepository {

  private static final String SELECT =
      """
      SELECT id, title, slug, description, topic_count, reply_count, colour, kind, position,
        parent_id, archived OR deleting AS closed
      FROM board
      """;

  private static final String ALL = SELECT + "WHERE %s ORDER BY position, id";

  private static final String FIND = SELECT + "WHERE id = ?";

  /** By its slug, or by one that led to it before. */
  private static final String FIND_BY_SLUG =
      SELECT
          + """
            WHERE id = COALESCE(
              (SELECT id FROM board WHERE slug = ?),
              (SELECT board_id FROM board_slug WHERE slug = ?))
            """;

  Future<List<Board>> all(SqlClient client, BoardScope scope) {
    return client
        .preparedQuery(ALL.formatted(scope.condition("id")))
        .mapping(BoardRepository::board)
        .execute(Tuple.from(scope.ids()))
        .map(rows -> list(rows));
  }

  Future<Optional<Board>> find(SqlClient client, long id) {
    return client
        .preparedQuery(FIND)
        .mapping(BoardRepository::board)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Optional<Board>> findBySlug(SqlClient client, String slug) {
    return client
        .preparedQuery(FIND_BY_SLUG)
        .mapping(BoardRepository::board)
        .execute(Tuple.of(slug, slug))
        .map(rows -> first(rows));
  }

  private static Board board(Row row) {
    return new Board(
        row.getLong("id"),
        row.getString("title"),
        row.getString("slug"),
        row.getString("description"),
        row.getLong("topic_count"),
        row.getLong("reply_count"),
        row.getString("colour"),
        BoardKind.of(row.getString("kind")),
        row.getInteger("position"),
        row.getLong("parent_id"),
        row.getBoolean("closed"));
  }
}
