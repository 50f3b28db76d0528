package parley.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The cookie that carries a session's token for browsers. */
public final class SessionCookie {

  public static final String NAME = "parley_session";

  /** Longer than any session: the server decides when a session ends. */
  private static final Duration AGE = Duration.ofDays(365);

  private SessionCookie() {}

  /** Sets the cookie; an empty token deletes it. */
  static void set(RoutingContext ctx, String token) {
    ctx.response()
        .addCookie(
            Cookie.cookie(NAME, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(Origin.isHttps(ctx))
                .setMaxAge(token.isEmpty() ? 0 : AGE.toSeconds()));
  }

  /** The token, or null where there is none. */
  public static @Nullable String get(RoutingContext ctx) {
    var cookie = ctx.request().getCookie(NAME);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }
}
