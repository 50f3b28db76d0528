package parley.board;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import parley.access.Viewer;
import parley.store.Database;

/** Boards and their counters. */
public final class BoardService {

  private final Database database;
  private final BoardRepository boards = new BoardRepository();

  public BoardService(Database database) {
    this.database = database;
  }

  /** The boards that the viewer sees, in display order. */
  public Future<List<Board>> all(Viewer viewer) {
    return boards.all(database.client(), viewer.boards());
  }

  /** Empty also if the viewer does not see it. */
  public Future<Optional<Board>> find(Viewer viewer, long id) {
    return boards.find(database.client(), id).map(found -> found.filter(b -> viewer.sees(b.id())));
  }

  /** As {@link #find(Viewer, long)}, by its present slug or by one that it had. */
  public Future<Optional<Board>> findBySlug(Viewer viewer, String slug) {
    return boards
        .findBySlug(database.client(), slug)
        .map(found -> found.filter(board -> viewer.sees(board.id())));
  }
}
