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
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Serves the built client. What there is is read once, at start, so a request can reach these files
 * and no others. The client's own pages all are {@code index.html}; any other address is that too,
 * with status 404, so that the client shows its own page for it.
 */
public final class ClientFiles implements Handler<RoutingContext> {

  private static final String INDEX = "/index.html";

  /** The client's routes; {@code src/main/client/src/app/routes.ts} has them for the client. */
  private static final Pattern PAGES =
      Pattern.compile(
          "/|/board/[^/]+|/topic/\\d+|/new|/register|/login|/forgot|/reset|/verify|/user/\\d+"
              + "|/profile|/settings(/[a-z]+)?|/chat(/[0-9a-f-]+)?");

  private final Map<String, ClientFile> files;

  private ClientFiles(Map<String, ClientFile> files) {
    this.files = files;
  }

  /** Reads a directory; blocks. */
  public static ClientFiles of(Path webroot) {
    var files = new HashMap<String, ClientFile>();
    try (var paths = Files.walk(webroot)) {
      paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .map(path -> ClientFile.of(webroot, path))
          .forEach(file -> files.put(file.path(), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ClientFiles(files);
  }

  @Override
  public void handle(RoutingContext ctx) {
    var method = ctx.request().method();
    var path = ctx.normalizedPath();
    if (path.startsWith("/api/") || method != HttpMethod.GET && method != HttpMethod.HEAD) {
      ctx.next();
    } else if (files.containsKey(path)) {
      send(ctx, files.get(path));
    } else if (PAGES.matcher(path).matches() && files.containsKey(INDEX)) {
      send(ctx, files.get(INDEX));
    } else if (wantsPage(ctx) && files.containsKey(INDEX)) {
      ctx.response().setStatusCode(404);
      send(ctx, files.get(INDEX));
    } else {
      ctx.next();
    }
  }

  private void send(RoutingContext ctx, ClientFile file) {
    var response =
        ctx.response()
            .putHeader(HttpHeaders.CACHE_CONTROL, file.cacheControl())
            .putHeader(HttpHeaders.ETAG, file.etag())
            .putHeader(HttpHeaders.VARY, "accept-encoding");
    var known = ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && known.contains(file.etag()) && response.getStatusCode() == 200) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.mediaType());
    var encoded = encoded(ctx, file);
    if (encoded == null) {
      response.sendFile(file.file().toString()).onFailure(ctx::fail);
    } else {
      response
          .putHeader(HttpHeaders.CONTENT_ENCODING, encoded.encoding())
          .sendFile(encoded.file().toString())
          .onFailure(ctx::fail);
    }
  }

  /** The smallest precompressed form that the client takes; null where there is none. */
  private ClientFile encoded(RoutingContext ctx, ClientFile file) {
    var accepted = String.valueOf(ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    var brotli = files.get(file.path() + ".br");
    if (brotli != null && accepted.contains("br")) {
      return brotli;
    }
    var gzip = files.get(file.path() + ".gz");
    return gzip != null && accepted.contains("gzip") ? gzip : null;
  }

  private static boolean wantsPage(RoutingContext ctx) {
    var accepted = ctx.request().getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }
}
