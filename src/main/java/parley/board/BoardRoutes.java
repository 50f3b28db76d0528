package parley.board;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.paging.Page;

/** Boards over HTTP. */
public final class BoardRoutes {

  private final BoardService boards;

  public BoardRoutes(BoardService boards) {
    this.boards = boards;
  }

  public void bind(Operations operations) {
    operations.on("listBoards", this::list).on("getBoard", this::get);
  }

  private Future<Answer> list(RoutingContext ctx) {
    var viewer = Caller.viewer(ctx);
    return boards
        .all(viewer)
        .map(all -> all.stream().map(board -> BoardView.of(board, viewer)).toList())
        .map(all -> Answer.ok(Page.whole(all)));
  }

  private Future<Answer> get(RoutingContext ctx) {
    var viewer = Caller.viewer(ctx);
    return boards
        .findBySlug(viewer, Parameters.text(ctx, "slug"))
        .map(found -> found.orElseThrow(() -> ForumException.notFound("board")))
        .map(board -> Answer.ok(BoardView.of(board, viewer)));
  }
}
