package parley.group;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.audit.Actor;
import parley.audit.RepeatedAct;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.paging.Page;

/** Groups over HTTP, for administrators. */
final class GroupRoutes {

  private final GroupService groups;

  GroupRoutes(GroupService groups) {
    this.groups = groups;
  }

  void bind(Operations operations) {
    operations
        .on("listGroups", this::list)
        .onKeyed("addGroup", this::add)
        .on("changeGroup", this::change)
        .on("deleteGroup", this::delete)
        .on("joinGroup", this::join)
        .on("leaveGroup", this::leave);
  }

  private static Actor admin(RoutingContext ctx) {
    Caller.viewer(ctx).requireAdmin();
    return Actor.of(ctx);
  }

  private Future<Answer> list(RoutingContext ctx) {
    admin(ctx);
    return groups.all().map(all -> Answer.ok(Page.whole(all)));
  }

  private Future<Answer> add(RoutingContext ctx) {
    var actor = admin(ctx);
    var draft = Body.of(ctx, GroupDraft.class).checked(true);
    var request = RepeatedAct.of(ctx.request().getHeader("idempotency-key"), draft);
    return groups.add(actor, draft, request).map(Answer::created);
  }

  private Future<Answer> change(RoutingContext ctx) {
    var actor = admin(ctx);
    return groups
        .change(actor, Parameters.id(ctx), Body.of(ctx, GroupDraft.class).checked(false))
        .map(Answer::ok);
  }

  private Future<Answer> delete(RoutingContext ctx) {
    return groups.delete(admin(ctx), Parameters.id(ctx)).map(deleted -> Answer.noContent());
  }

  private Future<Answer> join(RoutingContext ctx) {
    return groups
        .join(admin(ctx), Parameters.id(ctx), Parameters.id(ctx, "userId"))
        .map(joined -> Answer.noContent());
  }

  private Future<Answer> leave(RoutingContext ctx) {
    return groups
        .leave(admin(ctx), Parameters.id(ctx), Parameters.id(ctx, "userId"))
        .map(left -> Answer.noContent());
  }
}
