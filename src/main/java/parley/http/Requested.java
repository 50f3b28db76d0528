package parley.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoint of a request, which is found once, at the beginning.
 *
 * @param route the contract's path, {@link #UNKNOWN} or {@link #PAGES}: a fixed set of values,
 *     whatever clients request
 * @param endpoint empty where the contract has no such path or method
 * @param methods the methods that the contract has for the path; none where it has no such path
 * @param pathParameters the undecoded values in the path
 */
record Requested(
    String route,
    Optional<Endpoint> endpoint,
    Set<HttpMethod> methods,
    Map<String, String> pathParameters) {

  /** A path of the API that the contract does not have. */
  static final String UNKNOWN = "/api/*";

  /** The client's files and other pages. */
  static final String PAGES = "/*";

  private static final String KEY = "requested";

  static final Requested UNKNOWN_PATH =
      new Requested(UNKNOWN, Optional.empty(), Set.of(), Map.of());

  private static final Requested PAGE = new Requested(PAGES, Optional.empty(), Set.of(), Map.of());

  static Requested of(RoutingContext ctx) {
    return ctx.get(KEY, PAGE);
  }

  void keepIn(RoutingContext ctx) {
    ctx.put(KEY, this);
  }
}
