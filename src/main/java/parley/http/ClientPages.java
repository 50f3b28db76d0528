package parley.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.text.Digests;
import parley.text.Language;

/**
 * Serves the pages of the client. All pages have the same HTML except for the head; the script
 * renders the rest. A page about something that guests may not see has status 404, as has any
 * unknown path: the client then loads the content with the rights of the member who is signed in.
 */
public final class ClientPages {

  private static final int NOT_FOUND = 404;

  /** What is known of a page before it is sent; a head only where it is about one thing. */
  private record Found(int status, Optional<PageHead> head, @Nullable String location) {
    static final Found MISSING = new Found(NOT_FOUND, Optional.empty(), null);
    static final Found PLAIN = new Found(200, Optional.empty(), null);

    static Found moved(String location) {
      return new Found(301, Optional.empty(), location);
    }
  }

  private final Pattern plain;
  private final List<ClientPage> checked;
  private final Supplier<Future<Viewer>> guest;
  private final Function<RoutingContext, Future<Viewer>> reader;
  private final String siteName;
  private final String welcome;

  /**
   * @param plain regular expressions for paths of pages that always exist
   * @param checked pages of things that may not exist
   * @param guest makes the viewer that these are looked up for
   * @param reader finds out who asks, for pages that only some may see
   * @param welcome a sentence about the forum; may be empty
   */
  public ClientPages(
      List<String> plain,
      List<ClientPage> checked,
      Supplier<Future<Viewer>> guest,
      Function<RoutingContext, Future<Viewer>> reader,
      String siteName,
      String welcome) {
    this.plain = Pattern.compile(String.join("|", plain));
    this.checked = List.copyOf(checked);
    this.guest = guest;
    this.reader = reader;
    this.siteName = siteName;
    this.welcome = welcome;
  }

  Shell shell(String html) {
    return new Shell(html, siteName, welcome);
  }

  /**
   * Serves a page, or calls the next handler if the path is no page and the client does not accept
   * HTML.
   */
  void serve(RoutingContext ctx, Shell shell) {
    var path = ctx.normalizedPath();
    var page = checked.stream().filter(each -> each.path().matcher(path).matches()).findFirst();
    var isPage = page.isPresent() || plain.matcher(path).matches();
    if (!ctx.request().method().equals(HttpMethod.GET)) {
      ClientFiles.refuse(ctx, isPage);
    } else if (page.isPresent()) {
      if (page.get().personal()) {
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
      }
      find(ctx, page.get(), path).onSuccess(found -> send(ctx, shell, found)).onFailure(ctx::fail);
    } else if (isPage) {
      send(ctx, shell, Found.PLAIN);
    } else if (wantsPage(ctx)) {
      send(ctx, shell, Found.MISSING);
    } else {
      ctx.next();
    }
  }

  /** If a store is unavailable the page is sent anyway: the client shows the error and retries. */
  private Future<Found> find(RoutingContext ctx, ClientPage page, String path) {
    var matcher = page.path().matcher(path);
    var name = matcher.matches() ? matcher.group(1) : "";
    return (page.personal() ? reader.apply(ctx) : guest.get())
        .compose(
            viewer ->
                page.moved()
                    .of(viewer, name, ctx.queryParams())
                    .compose(
                        moved ->
                            moved.isPresent()
                                ? Future.succeededFuture(Found.moved(moved.get()))
                                : page.head().apply(viewer, name).map(ClientPages::found)))
        .otherwise(failure -> isMissing(failure) ? Found.MISSING : Found.PLAIN);
  }

  private static Found found(Optional<PageHead> head) {
    return head.isEmpty() ? Found.MISSING : new Found(200, head, null);
  }

  private static boolean isMissing(Throwable failure) {
    return failure instanceof ForumException refused && refused.kind() == Kind.NOT_FOUND;
  }

  private static void send(RoutingContext ctx, Shell shell, Found found) {
    if (found.location() != null) {
      ctx.response()
          .setStatusCode(found.status())
          .putHeader(HttpHeaders.LOCATION, found.location())
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
          .end();
      return;
    }
    var languages = ctx.acceptableLanguages().stream().map(LanguageHeader::value).toList();
    var html = shell.page(Language.preferred(languages), found.head());
    var etag = "W/\"" + HexFormat.of().formatHex(Digests.sha256(html.getBytes()), 0, 12) + "\"";
    var response = ctx.response();
    if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.VARY, "accept-encoding, accept-language");
    var known = ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(etag) && found.status() == 200) {
      response.setStatusCode(304).end();
      return;
    }
    response
        .setStatusCode(found.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8");
    if (ClientFiles.accepts(ctx, "gzip")) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip").end(GuestPage.compressed(html));
    } else {
      response.end(html);
    }
  }

  private static boolean wantsPage(RoutingContext ctx) {
    var accepted = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }
}
