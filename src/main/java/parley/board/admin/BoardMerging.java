package parley.board.admin;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.access.AccessService;
import parley.board.admin.MergeRepository.Deleting;
import parley.store.Database;

/**
 * Deletes boards in the background: moves their topics, some in each transaction, and then deletes
 * the rows. It continues where it stopped, in any process. The row of a board is deleted when every
 * reader of the journal has read all entries about the board, because counters refer to it.
 */
final class BoardMerging {

  private static final Logger log = LoggerFactory.getLogger(BoardMerging.class);

  private final Database database;
  private final AccessService access;
  private final TopicMover topics;
  private final LongConsumer changed;
  private final MergeRepository boards = new MergeRepository();

  /**
   * @param changed is called with the board that took the topics of one that is gone
   */
  BoardMerging(Database database, AccessService access, TopicMover topics, LongConsumer changed) {
    this.database = database;
    this.access = access;
    this.topics = topics;
    this.changed = changed;
  }

  /** Goes on with all boards that are being deleted. */
  Future<Void> run() {
    return boards.all(database.client()).compose(this::run);
  }

  private Future<Void> run(List<Deleting> all) {
    Future<Void> done = Future.succeededFuture();
    for (var board : all) {
      done = done.compose(before -> run(board));
    }
    return done;
  }

  private Future<Void> run(Deleting board) {
    return (board.into() == null ? Future.<Void>succeededFuture() : move(board, board.into()))
        .compose(moved -> finish(board.id()))
        .mapEmpty();
  }

  private Future<Void> move(Deleting board, long into) {
    return topics
        .moveSome(board.id(), into, board.byMember())
        .compose(moved -> moved == 0 ? Future.succeededFuture() : move(board, into));
  }

  /** Deletes the board if nothing refers to it any more; returns whether it is gone. */
  Future<Boolean> finish(long boardId) {
    return database
        .transaction(tx -> finish(tx, boardId))
        .compose(
            gone ->
                gone.isEmpty()
                    ? Future.succeededFuture(false)
                    : access.rightsChanged().map(told -> tell(gone.get())));
  }

  private boolean tell(Deleting gone) {
    log.info("Board {} is deleted", gone.id());
    if (gone.into() != null) {
      changed.accept(gone.into());
    }
    return true;
  }

  /** Returns the board if it was deleted. */
  private Future<Optional<Deleting>> finish(SqlClient tx, long boardId) {
    return boards
        .lock(tx, boardId)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(found)
                    : boards
                        .hasTopics(tx, boardId)
                        .compose(
                            some ->
                                some ? Future.succeededFuture(false) : finishEmpty(tx, found.get()))
                        .map(gone -> found.filter(board -> gone)));
  }

  private Future<Boolean> finishEmpty(SqlClient tx, Deleting board) {
    if (board.drainedAt() == null) {
      return boards.drained(tx, board.id()).map(false);
    }
    return boards
        .isUnread(tx, board.drainedAt())
        .compose(
            unread -> unread ? Future.succeededFuture(false) : boards.delete(tx, board).map(true));
  }
}
