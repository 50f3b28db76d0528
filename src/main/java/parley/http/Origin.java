package parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/**
 * Where a request comes from. A browser sends the session's cookie along whoever caused the
 * request, so one that changes something counts only when the browser says that our own pages
 * caused it: {@code Sec-Fetch-Site} (Fetch Metadata, W3C), else {@code Origin} (RFC 6454).
 */
public final class Origin {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String HTTPS = "https";

  private Origin() {}

  /** Whether the request may use the cookie: it is safe, or comes from the same origin. */
  public static boolean mayUseCookie(RoutingContext ctx) {
    if (SAFE.contains(ctx.request().method())) {
      return true;
    }
    return isOwn(ctx);
  }

  /** Whether one of our own pages caused the request, whatever its method. */
  public static boolean isOwn(RoutingContext ctx) {
    var site = ctx.request().getHeader("sec-fetch-site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = ctx.request().getHeader("origin");
    return origin != null && isOwn(ctx, origin);
  }

  /** The host alone is compared: behind a proxy that ends TLS the scheme is the proxy's. */
  private static boolean isOwn(RoutingContext ctx, String origin) {
    var host = ctx.request().getHeader(HttpHeaders.HOST);
    var own = host == null ? String.valueOf(ctx.request().authority()) : host;
    try {
      return own.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the client's own connection is encrypted, as the trusted proxy tells it. */
  static boolean isHttps(RoutingContext ctx) {
    return ctx.request().isSSL() || HTTPS.equals(ctx.<String>get("scheme"));
  }

  static void locate(RoutingContext ctx, Set<String> trustedProxies) {
    if (trustedProxies.contains(Caller.host(ctx.request().remoteAddress()))) {
      ctx.put("scheme", ctx.request().getHeader("x-forwarded-proto"));
    }
  }
}
