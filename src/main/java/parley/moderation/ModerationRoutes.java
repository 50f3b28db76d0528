package parley.moderation;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.audit.Actor;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Operations;
import parley.http.Parameters;
import parley.post.PostRef;

/** Moderation of topics and replies over HTTP. */
final class ModerationRoutes {

  private final TopicStateService states;
  private final PostRemovalService removals;

  ModerationRoutes(TopicStateService states, PostRemovalService removals) {
    this.states = states;
    this.removals = removals;
  }

  void bind(Operations operations) {
    operations
        .on("setTopicState", this::setState)
        .on("deleteTopic", ctx -> delete(ctx, PostRef.topic(Parameters.id(ctx))))
        .on("deleteReply", ctx -> delete(ctx, PostRef.reply(Parameters.id(ctx))))
        .on("restoreTopic", ctx -> restore(ctx, PostRef.topic(Parameters.id(ctx))))
        .on("restoreReply", ctx -> restore(ctx, PostRef.reply(Parameters.id(ctx))));
  }

  private Future<Answer> setState(RoutingContext ctx) {
    var change = Body.of(ctx, StateChange.class);
    var actor = Actor.of(ctx).because(Reason.checked(change.reason()));
    return states.change(actor, Parameters.id(ctx), change).map(Answer::ok);
  }

  private Future<Answer> delete(RoutingContext ctx, PostRef post) {
    var reason = Reason.checked(ctx.queryParams().get("reason"));
    return removals.delete(Actor.of(ctx).because(reason), post).map(deleted -> Answer.noContent());
  }

  private Future<Answer> restore(RoutingContext ctx, PostRef post) {
    return removals.restore(Actor.of(ctx), post).map(restored -> Answer.noContent());
  }
}
