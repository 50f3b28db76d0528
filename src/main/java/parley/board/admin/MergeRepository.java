package parley.board.admin;

import static parley.store.Rows.first;
import static parley.store.Rows.list;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL of the deletion of boards, which goes on in the background. */
final class MergeRepository {

  private static final String DELETING =
      "SELECT id, slug, merging_into, deleted_by, drained_at FROM board WHERE deleting";

  private static final String LOCK = DELETING + " AND id = ? FOR UPDATE";

  private static final String HAS_TOPICS = "SELECT 1 FROM topic WHERE board_id = ? LIMIT 1";

  /** All entries about the board are older than this one: it has no topics any more. */
  private static final String DRAINED =
      """
      UPDATE board SET drained_at = (SELECT COALESCE(MAX(id), 0) FROM journal) WHERE id = ?
      """;

  private static final String UNREAD = "SELECT 1 FROM journal_cursor WHERE position < ? LIMIT 1";

  private static final String HAND_OVER_SLUGS =
      "UPDATE board_slug SET board_id = ? WHERE board_id = ?";

  private static final String KEEP_SLUG = "INSERT INTO board_slug (slug, board_id) VALUES (?, ?)";

  private static final String DELETE_DAYS = "DELETE FROM topic_day WHERE board_id = ?";

  private static final String DELETE = "DELETE FROM board WHERE id = ?";

  /**
   * A board that is being deleted.
   *
   * @param into the board that takes its topics, or null
   * @param drainedAt the newest entry of the journal when it had no topics any more, or null
   */
  record Deleting(
      long id, String slug, @Nullable Long into, long byMember, @Nullable Long drainedAt) {}

  Future<List<Deleting>> all(SqlClient client) {
    return client
        .preparedQuery(DELETING)
        .mapping(MergeRepository::deleting)
        .execute()
        .map(rows -> list(rows));
  }

  Future<Optional<Deleting>> lock(SqlClient tx, long id) {
    return tx.preparedQuery(LOCK)
        .mapping(MergeRepository::deleting)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  Future<Boolean> hasTopics(SqlClient tx, long id) {
    return tx.preparedQuery(HAS_TOPICS).execute(Tuple.of(id)).map(rows -> rows.size() > 0);
  }

  Future<Void> drained(SqlClient tx, long id) {
    return tx.preparedQuery(DRAINED).execute(Tuple.of(id)).mapEmpty();
  }

  /** Whether a reader of the journal has not come to this entry. */
  Future<Boolean> isUnread(SqlClient tx, long entry) {
    return tx.preparedQuery(UNREAD).execute(Tuple.of(entry)).map(rows -> rows.size() > 0);
  }

  Future<Void> delete(SqlClient tx, Deleting board) {
    return handOverSlugs(tx, board)
        .compose(done -> tx.preparedQuery(DELETE_DAYS).execute(Tuple.of(board.id())))
        .compose(done -> tx.preparedQuery(DELETE).execute(Tuple.of(board.id())))
        .mapEmpty();
  }

  private static Future<Void> handOverSlugs(SqlClient tx, Deleting board) {
    return board.into() == null
        ? Future.succeededFuture()
        : tx.preparedQuery(HAND_OVER_SLUGS)
            .execute(Tuple.of(board.into(), board.id()))
            .compose(
                done -> tx.preparedQuery(KEEP_SLUG).execute(Tuple.of(board.slug(), board.into())))
            .mapEmpty();
  }

  private static Deleting deleting(Row row) {
    return new Deleting(
        row.getLong("id"),
        row.getString("slug"),
        row.getLong("merging_into"),
        row.getLong("deleted_by"),
        row.getLong("drained_at"));
  }
}
