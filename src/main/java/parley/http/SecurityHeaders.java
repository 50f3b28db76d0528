package parley.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * What browsers are told about every answer. The content security policy lets the client load
 * scripts and styles from here alone; pictures in posts may come from anywhere.
 */
final class SecurityHeaders implements Handler<RoutingContext> {

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "img-src 'self' https: http: data: blob:",
          "connect-src 'self' ws: wss:",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  @Override
  public void handle(RoutingContext ctx) {
    set(ctx.response());
    ctx.next();
  }

  static void set(HttpServerResponse response) {
    response
        .putHeader("content-security-policy", POLICY)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("referrer-policy", "same-origin")
        .putHeader("cross-origin-opener-policy", "same-origin");
  }
}
