package parley.http;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import java.util.Map;

/**
 * Names what is asked for by the contract's path, so that there are only so many names, whatever
 * clients ask for. A look into a table for nearly every request: the contract's own search would
 * cost a guest's page a good part of its time.
 */
final class RouteNames {

  /** A path of the API that the contract does not have. */
  static final String UNKNOWN = "/api/*";

  /** The client's files and what other pages there are. */
  static final String PAGES = "/*";

  private static final String API = "/api/";

  private final OpenAPIContract contract;
  private final Map<String, String> plain;
  private final Map<String, String> byParent;

  RouteNames(OpenAPIContract contract) {
    this.contract = contract;
    this.plain =
        contract.getPaths().stream()
            .map(Path::getName)
            .collect(toUnmodifiableMap(name -> name, name -> name));
    this.byParent =
        plain.keySet().stream()
            .filter(name -> name.indexOf('{') == name.lastIndexOf('/') + 1)
            .collect(toUnmodifiableMap(RouteNames::parent, name -> name));
  }

  /**
   * @param path as the client asked for it
   */
  String of(String path) {
    if (!path.startsWith(API)) {
      return PAGES;
    }
    var name = plain.get(path);
    if (name == null) {
      name = byParent.get(parent(path));
    }
    return name == null ? search(path) : name;
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private String search(String path) {
    var found = contract.findPath(path);
    return found == null ? UNKNOWN : found.getName();
  }
}
