package parley.http;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import parley.access.Viewer;

/**
 * A kind of page of the client that shows one thing, which may not exist. Where it does not, the
 * page is sent with status 404.
 *
 * @param path matches the paths of such pages; its first group names the thing
 * @param head asked with the viewer and the name; empty where this viewer sees no such thing
 * @param personal whether the viewer is who asks; otherwise a guest, so that all get the same page
 */
public record ClientPage(
    Pattern path, BiFunction<Viewer, String, Future<Optional<PageHead>>> head, boolean personal) {

  /**
   * Pages at paths that match.
   *
   * @param path a regular expression with one group, which is given to {@code head}
   */
  public static ClientPage of(
      String path, BiFunction<Viewer, String, Future<Optional<PageHead>>> head) {
    return new ClientPage(Pattern.compile(path), head, false);
  }

  /**
   * Pages that exist only for some, such as those for administrators.
   *
   * @param path a regular expression with one group
   */
  public static ClientPage personal(
      String path, BiFunction<Viewer, String, Future<Optional<PageHead>>> head) {
    return new ClientPage(Pattern.compile(path), head, true);
  }

  /** Pages of things with a number; there is nothing for a number that is too large for an id. */
  public static ClientPage numbered(
      String path, BiFunction<Viewer, Long, Future<Optional<PageHead>>> head) {
    return of(
        path,
        (viewer, number) ->
            number.length() > 18
                ? Future.succeededFuture(Optional.empty())
                : head.apply(viewer, Long.valueOf(number)));
  }
}
