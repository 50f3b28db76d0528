package parley.board;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.paging.Page;

/** Boards over HTTP. */
public final class BoardRoutes {

  private final BoardService boards;

  public BoardRoutes(BoardService boards) {
    this.boards = boards;
  }

  public void bind(Operations operations) {
    operations.on("listBoards", this::list);
  }

  private Future<Answer> list(RoutingContext ctx) {
    var viewer = Caller.viewer(ctx);
    return boards
        .all(viewer)
        .map(all -> all.stream().map(board -> BoardView.of(board, viewer)).toList())
        .map(all -> Answer.ok(Page.whole(all)));
  }
}
