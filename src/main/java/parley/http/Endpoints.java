package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.OpenAPIContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The contract's operations by path and method. As a handler it finds the operation of a request
 * once and stores it in the routing context, so that later handlers need not search again. Safe to
 * share between event loops.
 */
final class Endpoints implements Handler<RoutingContext> {

  private static final String API = "/api/";

  /** One segment of the paths that begin alike: a literal segment is tried before a parameter. */
  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<HttpMethod, Endpoint> endpoints = new HashMap<>();
    private @Nullable Node parameter;

    /** The whole path, as the contract has it; null where no path ends here. */
    private @Nullable String route;

    private List<String> names = List.of();
  }

  private final Node root = new Node();
  private final Map<String, Endpoint> byId = new TreeMap<>();

  Endpoints(OpenAPIContract contract) {
    for (var path : contract.getPaths()) {
      var node = insert(path.getName());
      for (var operation : path.getOperations()) {
        var endpoint = Endpoint.of(operation);
        node.endpoints.put(operation.getHttpMethod(), endpoint);
        byId.put(endpoint.id(), endpoint);
      }
    }
  }

  private Node insert(String path) {
    var node = root;
    var names = new ArrayList<String>();
    for (var segment : path.substring(1).split("/", -1)) {
      if (segment.startsWith("{")) {
        names.add(segment.substring(1, segment.length() - 1));
        var next = node.parameter == null ? new Node() : node.parameter;
        node.parameter = next;
        node = next;
      } else {
        node = node.literals.computeIfAbsent(segment, first -> new Node());
      }
    }
    node.route = path;
    node.names = List.copyOf(names);
    return node;
  }

  /** All operations by their ids. */
  Map<String, Endpoint> byId() {
    return byId;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.request().path() != null && ctx.request().path().startsWith("/")) {
      var path = ctx.normalizedPath();
      if (path.startsWith(API)) {
        find(ctx.request().method(), path).keepIn(ctx);
      }
    }
    ctx.next();
  }

  /**
   * @param path normalised, below {@code /api/}
   */
  Requested find(HttpMethod method, String path) {
    var values = new ArrayList<String>();
    var node = find(root, path, 1, values);
    if (node == null || node.route == null) {
      return Requested.UNKNOWN_PATH;
    }
    var parameters = new HashMap<String, String>();
    for (var i = 0; i < values.size(); i++) {
      parameters.put(node.names.get(i), values.get(i));
    }
    return new Requested(
        node.route,
        Optional.ofNullable(node.endpoints.get(method)),
        node.endpoints.keySet(),
        parameters);
  }

  /** The node of the rest of the path, from {@code start} on; adds the parameters' values. */
  private static @Nullable Node find(Node node, String path, int start, List<String> values) {
    if (start > path.length()) {
      return node.route == null ? null : node;
    }
    var slash = path.indexOf('/', start);
    var end = slash < 0 ? path.length() : slash;
    var segment = path.substring(start, end);
    var literal = node.literals.get(segment);
    if (literal != null) {
      var found = find(literal, path, end + 1, values);
      if (found != null) {
        return found;
      }
    }
    if (node.parameter == null || segment.isEmpty()) {
      return null;
    }
    values.add(segment);
    var found = find(node.parameter, path, end + 1, values);
    if (found == null) {
      values.remove(values.size() - 1);
    }
    return found;
  }
}
