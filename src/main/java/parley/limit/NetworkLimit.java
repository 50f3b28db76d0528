package parley.limit;

import io.vertx.ext.web.RoutingContext;
import java.util.function.Predicate;
import parley.feature.Point;

/**
 * An operation that a network which has used up its limit is refused before the body is read.
 *
 * @param operationId of the contract
 * @param action the name of the limit, as the operation counts it
 * @param exempt requests that the operation limits in another way
 */
public record NetworkLimit(
    String operationId, String action, Limit limit, Predicate<RoutingContext> exempt) {

  /** For requests of everybody. */
  public NetworkLimit(String operationId, String action, Limit limit) {
    this(operationId, action, limit, ctx -> false);
  }

  public static final Point<NetworkLimit> POINT = new Point<>("limits of networks");
}
