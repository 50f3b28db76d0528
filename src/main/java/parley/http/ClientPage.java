package parley.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import parley.access.Viewer;

/**
 * A kind of page of the client that shows one thing, which may not exist. Where it does not, the
 * page is sent with status 404.
 *
 * @param path matches the paths of such pages; its first group names the thing
 * @param moved says where it is now, if it was moved; the page is sent with status 301
 * @param head asked with the viewer and the name; empty where this viewer sees no such thing
 * @param personal whether the viewer is who asks; otherwise a guest, so that all get the same page
 */
public record ClientPage(
    Pattern path,
    BiFunction<Viewer, String, Future<Optional<PageHead>>> head,
    Forwarding moved,
    boolean personal) {

  /** Finds where a thing is that was moved. */
  @FunctionalInterface
  public interface Forwarding {
    Forwarding NONE = (viewer, name, query) -> Future.succeededFuture(Optional.empty());

    /**
     * Where the thing with this name is now.
     *
     * @param query the parameters of the page's address
     * @return the path and query of the other page; empty where it was not moved, or the viewer
     *     does not see it
     */
    Future<Optional<String>> of(Viewer viewer, String name, MultiMap query);
  }

  /** The same, of things that may have been moved. */
  public ClientPage movedBy(Forwarding forwarding) {
    return new ClientPage(path, head, forwarding, personal);
  }

  /**
   * Pages at paths that match.
   *
   * @param path a regular expression with one group, which is given to {@code head}
   */
  public static ClientPage of(
      String path, BiFunction<Viewer, String, Future<Optional<PageHead>>> head) {
    return new ClientPage(Pattern.compile(path), head, Forwarding.NONE, false);
  }

  /**
   * Pages that exist only for some, such as those for administrators.
   *
   * @param path a regular expression with one group
   */
  public static ClientPage personal(
      String path, BiFunction<Viewer, String, Future<Optional<PageHead>>> head) {
    return new ClientPage(Pattern.compile(path), head, Forwarding.NONE, true);
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
