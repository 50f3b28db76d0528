package parley.limit;

import parley.feature.Point;

/**
 * An operation that a network which has used up its limit is refused before the body is read.
 *
 * @param operationId of the contract
 * @param action the name of the limit, as the operation counts it
 */
public record NetworkLimit(String operationId, String action, Limit limit) {

  public static final Point<NetworkLimit> POINT = new Point<>("limits of networks");
}
