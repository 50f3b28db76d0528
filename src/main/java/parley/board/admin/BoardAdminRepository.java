package parley.board.admin;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import parley.board.BoardKind;
import parley.board.admin.StoredBoard.Merging;

/** SQL for what administrators do with boards. */
final class BoardAdminRepository {

  private static final String SELECT =
      """
      SELECT b.id, b.position, b.title, b.slug, b.description, b.colour, b.kind, b.parent_id,
        b.archived, b.topic_count, b.reply_count, b.deleting, b.merging_into, b.merge_total,
        IF(b.deleting, (SELECT COUNT(*) FROM topic t WHERE t.board_id = b.id), 0) AS remaining
      FROM board b
      """;

  private static final String ALL = SELECT + "ORDER BY b.position, b.id";

  /** In one order, so that changes of boards wait for each other. */
  private static final String LOCK = "SELECT id FROM board ORDER BY id FOR UPDATE";

  private static final String ADD =
      """
      INSERT INTO board (position, title, slug, description, colour, kind, parent_id, open_group)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String CHANGE =
      """
      UPDATE board SET title = ?, slug = ?, description = ?, colour = ?, kind = ?, parent_id = ?,
        archived = ?
      WHERE id = ?
      """;

  private static final String PLACE = "UPDATE board SET position = ? WHERE id = ?";

  private static final String KEEP_SLUG =
      """
      INSERT INTO board_slug (slug, board_id) VALUES (?, ?)
      ON DUPLICATE KEY UPDATE board_id = VALUES(board_id)
      """;

  private static final String FORGET_SLUG = "DELETE FROM board_slug WHERE slug = ?";

  private static final String TOPICS = "SELECT COUNT(*) AS topics FROM topic WHERE board_id = ?";

  private static final String BEGIN_DELETION =
      """
      UPDATE board SET deleting = TRUE, merging_into = ?, merge_total = ?, deleted_by = ?
      WHERE id = ?
      """;

  private static final String RELEASE_CHILDREN =
      "UPDATE board SET parent_id = NULL WHERE parent_id = ?";

  Future<List<StoredBoard>> all(SqlClient client) {
    return client
        .preparedQuery(ALL)
        .mapping(BoardAdminRepository::board)
        .execute()
        .map(rows -> list(rows));
  }

  /** All boards; their rows are locked until the transaction ends. */
  Future<List<StoredBoard>> lock(SqlClient tx) {
    return tx.preparedQuery(LOCK).execute().compose(locked -> all(tx));
  }

  Future<Long> add(SqlClient tx, StoredBoard board, long openGroup) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addInteger(board.position())
                .addString(board.title())
                .addString(board.slug())
                .addString(board.description())
                .addString(board.colour())
                .addString(board.kind().word())
                .addLong(board.parentId())
                .addLong(openGroup))
        .map(rows -> insertedId(rows));
  }

  Future<Void> change(SqlClient tx, StoredBoard board) {
    return tx.preparedQuery(CHANGE)
        .execute(
            Tuple.tuple()
                .addString(board.title())
                .addString(board.slug())
                .addString(board.description())
                .addString(board.colour())
                .addString(board.kind().word())
                .addLong(board.parentId())
                .addBoolean(board.archived())
                .addLong(board.id()))
        .mapEmpty();
  }

  Future<Void> order(SqlClient tx, List<Long> ids) {
    var places =
        IntStream.range(0, ids.size()).mapToObj(at -> Tuple.of(at + 1, ids.get(at))).toList();
    return tx.preparedQuery(PLACE).executeBatch(places).mapEmpty();
  }

  /** A slug that a board had leads to it from now on. */
  Future<Void> keepSlug(SqlClient tx, String slug, long boardId) {
    return tx.preparedQuery(KEEP_SLUG).execute(Tuple.of(slug, boardId)).mapEmpty();
  }

  /** A slug that a board has now leads nowhere else. */
  Future<Void> forgetSlug(SqlClient tx, String slug) {
    return tx.preparedQuery(FORGET_SLUG).execute(Tuple.of(slug)).mapEmpty();
  }

  /** Topics in every state. */
  Future<Long> topics(SqlClient client, long boardId) {
    return client
        .preparedQuery(TOPICS)
        .mapping(row -> row.getLong("topics"))
        .execute(Tuple.of(boardId))
        .map(rows -> first(rows).orElseThrow());
  }

  Future<Void> beginDeletion(
      SqlClient tx, long boardId, @Nullable Long into, long topics, long byMember) {
    return tx.preparedQuery(BEGIN_DELETION)
        .execute(Tuple.of(into, topics, byMember, boardId))
        .compose(begun -> tx.preparedQuery(RELEASE_CHILDREN).execute(Tuple.of(boardId)))
        .mapEmpty();
  }

  private static StoredBoard board(Row row) {
    return new StoredBoard(
        row.getLong("id"),
        row.getInteger("position"),
        row.getString("title"),
        row.getString("slug"),
        row.getString("description"),
        row.getString("colour"),
        BoardKind.of(row.getString("kind")),
        row.getLong("parent_id"),
        row.getBoolean("archived"),
        row.getLong("topic_count"),
        row.getLong("reply_count"),
        row.getBoolean("deleting")
            ? new Merging(
                row.getLong("merging_into"), row.getLong("merge_total"), row.getLong("remaining"))
            : null);
  }
}
