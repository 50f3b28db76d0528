package parley.bridge;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.BridgePaths;

/**
 * Refuses the body of a polling client if it is not a JSON list of strings, on which SockJS would
 * fail. The connection is closed, and it is counted.
 */
final class SentFrames implements Handler<RoutingContext> {

  private static final Logger log = LoggerFactory.getLogger(SentFrames.class);

  private final BridgeMetrics metrics;

  SentFrames(BridgeMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (!BridgePaths.isSending(ctx.normalizedPath()) || isListOfTexts(ctx)) {
      ctx.next();
      return;
    }
    metrics.unreadable();
    log.debug("A client sent a body that is not a list of strings");
    ctx.response().putHeader("connection", "close");
    ctx.addEndHandler(sent -> ctx.request().connection().close());
    ctx.fail(ForumException.of(Kind.UNREADABLE, "The body must be a list of strings."));
  }

  private static boolean isListOfTexts(RoutingContext ctx) {
    var body = ctx.body().buffer();
    try {
      return body != null && new JsonArray(body).stream().allMatch(String.class::isInstance);
    } catch (DecodeException | ClassCastException e) {
      return false;
    }
  }
}
