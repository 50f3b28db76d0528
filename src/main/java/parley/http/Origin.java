package parley.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;

/**
 * Protects against cross-site requests. A browser sends the session cookie with requests that any
 * site causes, so a request that changes something may use the cookie only if the browser reports
 * that a page of this forum caused it: by {@code Sec-Fetch-Site} (Fetch Metadata, W3C), or else by
 * {@code Origin} (RFC 6454).
 */
public final class Origin {

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final String HTTPS = "https";

  private Origin() {}

  /**
   * Whether the request may use the cookie: its method is safe (RFC 9110, 9.2.1), or it is
   * same-origin.
   */
  public static boolean mayUseCookie(RoutingContext ctx) {
    if (SAFE.contains(ctx.request().method())) {
      return true;
    }
    return isOwn(ctx);
  }

  /** Whether a page of this forum caused the request. */
  public static boolean isOwn(RoutingContext ctx) {
    var site = ctx.request().getHeader("sec-fetch-site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = ctx.request().getHeader("origin");
    return origin != null && isOwn(ctx, origin);
  }

  /** Compares only the host: behind a proxy that terminates TLS the scheme differs. */
  private static boolean isOwn(RoutingContext ctx, String origin) {
    var host = ctx.request().getHeader(HttpHeaders.HOST);
    var own = host == null ? String.valueOf(ctx.request().authority()) : host;
    try {
      return own.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the client's own connection is encrypted, as the trusted proxy reports it. */
  static boolean isHttps(RoutingContext ctx) {
    return ctx.request().isSSL() || HTTPS.equals(ctx.<String>get("scheme"));
  }

  static void locate(RoutingContext ctx, Set<String> trustedProxies) {
    if (trustedProxies.contains(Caller.host(ctx.request().remoteAddress()))) {
      ctx.put("scheme", ctx.request().getHeader("x-forwarded-proto"));
    }
  }
}
