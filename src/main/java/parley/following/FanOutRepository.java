package parley.following;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts whose watchers are yet to be told, as rows: how far each has come is kept. */
final class FanOutRepository {

  /**
   * A post whose followers are being notified.
   *
   * @param replyId null for a new topic, about which the followers of the board are notified
   * @param after the id of the last follower who was notified
   */
  record FanOut(
      long id,
      long topicId,
      long boardId,
      long topicAuthorId,
      @Nullable Long replyId,
      long floor,
      long authorId,
      long after,
      Instant at) {

    Target target() {
      return replyId == null ? Target.board(boardId) : Target.topic(topicId);
    }
  }

  private static final String ADD =
      """
      INSERT INTO following_fan_out
        (topic_id, board_id, topic_author_id, reply_id, floor, author_id, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NEXT =
      """
      SELECT id, topic_id, board_id, topic_author_id, reply_id, floor, author_id, told_up_to,
        created_at
      FROM following_fan_out ORDER BY id LIMIT 1 FOR UPDATE
      """;

  private static final String MOVE = "UPDATE following_fan_out SET told_up_to = ? WHERE id = ?";

  private static final String DONE = "DELETE FROM following_fan_out WHERE id = ?";

  Future<Void> add(SqlClient tx, FanOut post) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addLong(post.topicId())
                .addLong(post.boardId())
                .addLong(post.topicAuthorId())
                .addLong(post.replyId())
                .addLong(post.floor())
                .addLong(post.authorId())
                .addValue(utc(post.at())))
        .mapEmpty();
  }

  /** The oldest; no other process works on it until the transaction ends. */
  Future<Optional<FanOut>> next(SqlClient tx) {
    return tx.preparedQuery(NEXT)
        .mapping(FanOutRepository::fanOut)
        .execute()
        .map(rows -> first(rows));
  }

  Future<Void> move(SqlClient tx, FanOut post, long toldUpTo) {
    return tx.preparedQuery(MOVE).execute(Tuple.of(toldUpTo, post.id())).mapEmpty();
  }

  Future<Void> done(SqlClient tx, FanOut post) {
    return tx.preparedQuery(DONE).execute(Tuple.of(post.id())).mapEmpty();
  }

  private static FanOut fanOut(Row row) {
    return new FanOut(
        row.getLong("id"),
        row.getLong("topic_id"),
        row.getLong("board_id"),
        row.getLong("topic_author_id"),
        row.getLong("reply_id"),
        row.getLong("floor"),
        row.getLong("author_id"),
        row.getLong("told_up_to"),
        instant(row, "created_at"));
  }
}
