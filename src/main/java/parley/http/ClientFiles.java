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

/**
 * Serves the built client. The list of files is read once at the start, so a request can reach only
 * these files. Any other path may be a page of the client, which is made from {@code index.html}.
 */
public final class ClientFiles implements Handler<RoutingContext> {

  private static final String INDEX = "/index.html";

  /** The suffixes of precompressed files, the smallest encoding first. */
  private static final List<String> FORMS = List.of(".br", ".gz");

  private final Map<String, ClientFile> files;
  private final ClientPages pages;
  private final Optional<Shell> shell;

  private ClientFiles(Map<String, ClientFile> files, ClientPages pages, Optional<Shell> shell) {
    this.files = files;
    this.pages = pages;
    this.shell = shell;
  }

  /** Reads a directory; blocks. Without an {@code index.html} in it there are no pages. */
  public static ClientFiles of(Path webroot, ClientPages pages) {
    var files = new HashMap<String, ClientFile>();
    try (var paths = Files.walk(webroot)) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !isHidden(webroot.relativize(path)))
          .map(path -> ClientFile.of(webroot, path))
          .forEach(file -> files.put(file.path(), file));
      var index = Optional.ofNullable(files.remove(INDEX));
      FORMS.forEach(form -> files.remove(INDEX + form));
      return new ClientFiles(files, pages, index.map(ClientFiles::read).map(pages::shell));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(ClientFile file) {
    try {
      return Files.readString(file.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void handle(RoutingContext ctx) {
    var found = files.get(ctx.normalizedPath());
    if (found == null) {
      shell.ifPresentOrElse(html -> pages.serve(ctx, html), ctx::next);
    } else if (!ctx.request().method().equals(HttpMethod.GET)) {
      refuse(ctx, true);
    } else {
      send(ctx, found);
    }
  }

  /** Hidden files are not served, except those in {@code .well-known} (RFC 8615). */
  private static boolean isHidden(Path path) {
    for (var name : path) {
      if (name.toString().startsWith(".") && !name.toString().equals(".well-known")) {
        return true;
      }
    }
    return false;
  }

  /** Answers a request that is not a GET: 405 if there is a page or file here, otherwise 404. */
  static void refuse(RoutingContext ctx, boolean isHere) {
    if (!isHere) {
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
    if (known != null && known.contains(sent.etag())) {
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

  static boolean accepts(RoutingContext ctx, String coding) {
    return ctx.parsedHeaders().acceptEncoding().stream()
        .anyMatch(offer -> offer.value().equalsIgnoreCase(coding) && offer.weight() > 0);
  }
}
