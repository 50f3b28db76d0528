package parley.topic;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import parley.http.Caller;
import parley.http.Endpoint;

/** Counts a topic page that was shown, from the database or from memory. */
final class ViewHandler implements Handler<RoutingContext> {

  private final ViewCounter views;

  ViewHandler(ViewCounter views) {
    this.views = views;
  }

  @Override
  public void handle(RoutingContext ctx) {
    Endpoint.pathNumber(ctx, "id").ifPresent(topicId -> views.seen(topicId, visitor(ctx)));
  }

  private static String visitor(RoutingContext ctx) {
    return Caller.find(ctx)
        .map(caller -> "member " + caller.member().id())
        .orElseGet(() -> Caller.address(ctx));
  }
}
