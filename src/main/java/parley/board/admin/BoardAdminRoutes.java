package parley.board.admin;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import parley.access.BoardRights;
import parley.audit.Actor;
import parley.audit.RepeatedAct;
import parley.failure.ForumException;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.paging.Page;

/** Boards over HTTP, for administrators. */
final class BoardAdminRoutes {

  private record Order(List<Long> ids) {}

  private record Rights(long see, long reply, long open, List<Long> moderate) {}

  private final BoardAdminService boards;
  private final BoardRightsService rights;

  BoardAdminRoutes(BoardAdminService boards, BoardRightsService rights) {
    this.boards = boards;
    this.rights = rights;
  }

  void bind(Operations operations) {
    operations
        .on("listAdminBoards", this::list)
        .onKeyed("addBoard", this::add)
        .on("changeBoard", this::change)
        .on("orderBoards", this::order)
        .on("deleteBoard", this::delete)
        .on("getBoardRights", this::getRights)
        .on("setBoardRights", this::setRights);
  }

  private static Actor admin(RoutingContext ctx) {
    Caller.viewer(ctx).requireAdmin();
    return Actor.of(ctx);
  }

  private Future<Answer> list(RoutingContext ctx) {
    admin(ctx);
    return boards.all().map(all -> Answer.ok(Page.whole(all)));
  }

  private Future<Answer> add(RoutingContext ctx) {
    var actor = admin(ctx);
    var draft = Body.of(ctx, BoardDraft.class).checked(true);
    var request = RepeatedAct.of(ctx.request().getHeader("idempotency-key"), draft);
    return boards.add(actor, draft, request).map(Answer::created);
  }

  private Future<Answer> change(RoutingContext ctx) {
    var actor = admin(ctx);
    return boards
        .change(actor, Parameters.id(ctx), Body.of(ctx, BoardDraft.class).checked(false))
        .map(Answer::ok);
  }

  private Future<Answer> order(RoutingContext ctx) {
    var actor = admin(ctx);
    return boards
        .order(actor, Body.of(ctx, Order.class).ids())
        .map(all -> Answer.ok(Page.whole(all)));
  }

  private Future<Answer> delete(RoutingContext ctx) {
    var actor = admin(ctx);
    return boards
        .delete(actor, Parameters.id(ctx), Parameters.number(ctx, "moveTo").orElse(0))
        .map(gone -> gone ? Answer.noContent() : Answer.accepted());
  }

  private Future<Answer> getRights(RoutingContext ctx) {
    admin(ctx);
    return rights.get(Parameters.id(ctx)).map(BoardAdminRoutes::shown);
  }

  private Future<Answer> setRights(RoutingContext ctx) {
    var actor = admin(ctx);
    var body = Body.of(ctx, Rights.class);
    if (body.moderate().isEmpty()) {
      throw ForumException.invalid("moderate", "required", "A group has to moderate the board.");
    }
    var wanted =
        new BoardRights(
            Parameters.id(ctx), body.see(), body.reply(), body.open(), Set.copyOf(body.moderate()));
    return rights.set(actor, wanted).map(BoardAdminRoutes::shown);
  }

  private static Answer shown(BoardRights rights) {
    return Answer.ok(
        new Rights(
            rights.see(),
            rights.reply(),
            rights.open(),
            rights.moderate().stream().sorted().toList()));
  }
}
