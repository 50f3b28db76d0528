package parley.http;

import static java.util.stream.Collectors.joining;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses what the contract does not have before anything else of the request is read: an unknown
 * path with 404, an unknown method of a known path with 405 and the methods it has (RFC 9110,
 * 15.5.6). The router of the operations would answer both with 404.
 */
final class ContractPaths implements Handler<RoutingContext> {

  private final OpenAPIContract contract;

  ContractPaths(OpenAPIContract contract) {
    this.contract = contract;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var path = contract.findPath(ctx.normalizedPath());
    if (path == null) {
      ctx.fail(404);
    } else if (methods(path).contains(ctx.request().method())) {
      ctx.next();
    } else {
      ctx.response().putHeader(HttpHeaders.ALLOW, allowed(methods(path)));
      ctx.fail(405);
    }
  }

  private static List<HttpMethod> methods(Path path) {
    return path.getOperations().stream().map(Operation::getHttpMethod).toList();
  }

  /** Whatever can be asked for with GET can be with HEAD. */
  private static String allowed(List<HttpMethod> methods) {
    var head = methods.contains(HttpMethod.GET) ? Stream.of(HttpMethod.HEAD) : Stream.empty();
    return Stream.concat(methods.stream(), head)
        .map(Object::toString)
        .sorted()
        .collect(joining(", "));
  }
}
