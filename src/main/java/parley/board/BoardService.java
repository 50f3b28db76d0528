package parley.board;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import parley.store.Database;

/** Boards and their counters. */
public final class BoardService {

  private final Database database;
  private final BoardRepository boards = new BoardRepository();

  public BoardService(Database database) {
    this.database = database;
  }

  /** All boards, in display order. */
  public Future<List<Board>> all() {
    return boards.all(database.client());
  }

  public Future<Optional<Board>> find(long id) {
    return boards.find(database.client(), id);
  }

  /** Changes a board's counters, in the same transaction as the counted rows. */
  public Future<Void> count(SqlClient tx, long boardId, long topics, long replies) {
    return boards.count(tx, boardId, topics, replies);
  }
}
