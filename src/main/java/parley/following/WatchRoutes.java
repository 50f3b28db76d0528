package parley.following;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Body;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;

/** Watching over HTTP. */
final class WatchRoutes {

  record Wanted(String level) {}

  private final WatchService watches;

  WatchRoutes(WatchService watches) {
    this.watches = watches;
  }

  void bind(Operations operations) {
    operations.on("watchTopic", this::topic).on("watchBoard", this::board);
  }

  private Future<Answer> topic(RoutingContext ctx) {
    return watches.topic(Caller.viewer(ctx), Parameters.id(ctx), level(ctx)).map(Answer::ok);
  }

  private Future<Answer> board(RoutingContext ctx) {
    return watches.board(Caller.viewer(ctx), Parameters.id(ctx), level(ctx)).map(Answer::ok);
  }

  private static Level level(RoutingContext ctx) {
    return Level.named(Body.of(ctx, Wanted.class).level());
  }
}
