package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves the built client. What there is is read once, at start, so a request can reach these files
 * and no others. The client's own pages all are {@code index.html}; any other address is that too,
 * with status 404, so that the client shows its own page for it.
 */
public final class ClientFiles implements Handler<RoutingContext> {

  private static final String INDEX = "/index.html";

  /** What the build appends to the names of precompressed forms, the smallest first. */
  private static final List<String> FORMS = List.of(".br", ".gz");

  private final Map<String, ClientFile> files;
  private final Pattern pages;

  private ClientFiles(Map<String, ClientFile> files, Pattern pages) {
    this.files = files;
    this.pages = pages;
  }

  /**
   * Reads a directory; blocks.
   *
   * @param pages regular expressions for the paths of the client's own pages
   */
  public static ClientFiles of(Path webroot, List<String> pages) {
    var files = new HashMap<String, ClientFile>();
    try (var paths = Files.walk(webroot)) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !isHidden(webroot.relativize(path)))
          .map(path -> ClientFile.of(webroot, path))
          .forEach(file -> files.put(file.path(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClientFiles(files, Pattern.compile(String.join("|", pages)));
  }

  @Override
  public void handle(RoutingContext ctx) {
    var path = ctx.normalizedPath();
    var found = files.get(pages.matcher(path).matches() ? INDEX : path);
    if (ctx.request().method() != HttpMethod.GET) {
      refuse(ctx, found);
    } else if (found != null) {
      send(ctx, found);
    } else if (wantsPage(ctx) && files.containsKey(INDEX)) {
      ctx.response().setStatusCode(404);
      send(ctx, files.get(INDEX));
    } else {
      ctx.next();
    }
  }

  /** Hidden files are nobody's business, but for those that other sites look for (RFC 8615). */
  private static boolean isHidden(Path path) {
    for (var name : path) {
      if (name.toString().startsWith(".") && !name.toString().equals(".well-known")) {
        return true;
      }
    }
    return false;
  }

  private static void refuse(RoutingContext ctx, ClientFile found) {
    if (found == null) {
      ctx.next();
    } else {
      ctx.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      ctx.fail(405);
    }
  }

  private void send(RoutingContext ctx, ClientFile file) {
    var encoded = encoded(ctx, file);
    var sent = encoded.orElse(file);
    var response =
        ctx.response()
            .putHeader(HttpHeaders.CACHE_CONTROL, file.cacheControl())
            .putHeader(HttpHeaders.ETAG, sent.etag())
            .putHeader(HttpHeaders.VARY, "accept-encoding");
    var known = ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(sent.etag()) && response.getStatusCode() == 200) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
    encoded.ifPresent(form -> response.putHeader(HttpHeaders.CONTENT_ENCODING, form.encoding()));
    response.sendFile(sent.file().toString()).onFailure(ctx::fail);
  }

  /** The smallest precompressed form that the client takes. */
  private Optional<ClientFile> encoded(RoutingContext ctx, ClientFile file) {
    return FORMS.stream()
        .map(suffix -> files.get(file.path() + suffix))
        .filter(Objects::nonNull)
        .filter(form -> accepts(ctx, form.encoding()))
        .findFirst();
  }

  private static boolean accepts(RoutingContext ctx, String coding) {
    return ctx.parsedHeaders().acceptEncoding().stream()
        .anyMatch(offer -> offer.value().equalsIgnoreCase(coding) && offer.weight() > 0);
  }

  private static boolean wantsPage(RoutingContext ctx) {
    var accepted = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }
}
