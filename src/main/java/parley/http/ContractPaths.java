package parley.http;

import static java.util.stream.Collectors.joining;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses what the contract does not have before anything else of the request is read: an unknown
 * path with 404, an unknown method of a known path with 405 and the methods it has (RFC 9110,
 * 15.5.6).
 */
final class ContractPaths implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext ctx) {
    var requested = Requested.of(ctx);
    if (requested.endpoint().isPresent()) {
      ctx.next();
    } else if (requested.methods().isEmpty()) {
      ctx.fail(404);
    } else {
      ctx.response().putHeader(HttpHeaders.ALLOW, allowed(requested.methods()));
      ctx.fail(405);
    }
  }

  /** Every operation that takes GET takes HEAD too. */
  private static String allowed(Set<HttpMethod> methods) {
    var head = methods.contains(HttpMethod.GET) ? Stream.of(HttpMethod.HEAD) : Stream.empty();
    return Stream.concat(methods.stream(), head)
        .map(Object::toString)
        .sorted()
        .collect(joining(", "));
  }
}
