package parley.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie by which a browser is recognised at the next sign-in. It gives no access: it only
 * shows that somebody has signed in here before.
 */
public final class DeviceCookie {

  /** Vert.x sorts cookies: clients that read the first one only get that of the session. */
  public static final String NAME = "parley_trusted";

  /** How long a device is known after the last sign-in. */
  public static final Duration AGE = Duration.ofDays(365);

  private DeviceCookie() {}

  public static void set(RoutingContext ctx, String value) {
    ctx.response()
        .addCookie(
            Cookie.cookie(NAME, value)
                .setPath("/api")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(Origin.isHttps(ctx))
                .setMaxAge(AGE.toSeconds()));
  }

  public static Optional<String> get(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().getCookie(NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }
}
