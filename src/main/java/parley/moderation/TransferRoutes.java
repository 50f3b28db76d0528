package parley.moderation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;
import parley.audit.Actor;
import parley.audit.RepeatedAct;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Operations;
import parley.http.Parameters;

/** Moving, merging and splitting topics over HTTP. */
final class TransferRoutes {

  private record Move(long boardId, @Nullable String reason) {}

  private record Merge(long into, @Nullable String reason) {}

  private final TransferService transfers;

  TransferRoutes(TransferService transfers) {
    this.transfers = transfers;
  }

  void bind(Operations operations) {
    operations
        .on("moveTopic", this::move)
        .on("mergeTopic", this::merge)
        .onKeyed("splitTopic", this::split);
  }

  private Future<Answer> move(RoutingContext ctx) {
    var move = Body.of(ctx, Move.class);
    return transfers
        .move(actor(ctx, move.reason()), Parameters.id(ctx), move.boardId())
        .map(moved -> Answer.noContent());
  }

  private Future<Answer> merge(RoutingContext ctx) {
    var merge = Body.of(ctx, Merge.class);
    return transfers
        .merge(actor(ctx, merge.reason()), Parameters.id(ctx), merge.into())
        .map(merged -> Answer.noContent());
  }

  private Future<Answer> split(RoutingContext ctx) {
    var draft = Body.of(ctx, SplitDraft.class).checked();
    var request = RepeatedAct.of(ctx.request().getHeader("idempotency-key"), draft);
    return transfers
        .split(actor(ctx, draft.reason()), Parameters.id(ctx), draft, request)
        .map(id -> Answer.created(JsonObject.of("topicId", id)));
  }

  private static Actor actor(RoutingContext ctx, @Nullable String reason) {
    return Actor.of(ctx).because(Reason.checked(reason));
  }
}
