package parley.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import parley.feature.Point;

/**
 * What happens after an operation has been answered with success, from memory or not: with status
 * 200 or 304.
 *
 * @param run called after the answer was sent; nobody waits for it
 */
public record Answered(String operationId, Handler<RoutingContext> run) {

  public static final Point<Answered> POINT = new Point<>("answered operations");
}
