package parley.bridge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.Caller;
import parley.http.Origin;
import parley.http.SessionCookie;
import parley.session.SessionService;

/**
 * Authenticates a new connection by the session cookie. A browser sends the cookie with a WebSocket
 * that any page opens, so a cookie with a foreign Origin is refused (RFC 6455, 10.2). Without a
 * cookie any page may connect as a guest, or send a token in its frames.
 */
final class Handshake implements Handler<RoutingContext> {

  private static final String TOKEN = "bridgeToken";
  private static final int SERVICE_UNAVAILABLE = 503;

  private final SessionService sessions;
  private final Set<String> trustedProxies;
  private final BooleanSupplier isFull;
  private final BridgeMetrics metrics;

  Handshake(
      SessionService sessions,
      Set<String> trustedProxies,
      BooleanSupplier isFull,
      BridgeMetrics metrics) {
    this.sessions = sessions;
    this.trustedProxies = trustedProxies;
    this.isFull = isFull;
    this.metrics = metrics;
  }

  /** The token that the connection was opened with; null for none. */
  static @Nullable String token(RoutingContext ctx) {
    return ctx.get(TOKEN);
  }

  @Override
  public void handle(RoutingContext ctx) {
    Caller.locate(ctx, trustedProxies);
    var token = SessionCookie.get(ctx);
    if (isFull.getAsBoolean()) {
      metrics.refused();
      ctx.response().putHeader("retry-after", "10").setStatusCode(SERVICE_UNAVAILABLE).end();
    } else if (token == null || !opensConnection(ctx)) {
      ctx.next();
    } else if (!Origin.isOwn(ctx)) {
      ctx.fail(ForumException.of(Kind.FORBIDDEN, "Cross-site request refused."));
    } else {
      authenticate(ctx, token);
    }
  }

  /** False for the GET of SockJS' information, for which browsers may send no Origin. */
  private static boolean opensConnection(RoutingContext ctx) {
    return !ctx.request().method().equals(HttpMethod.GET) || ctx.request().canUpgradeToWebSocket();
  }

  private void authenticate(RoutingContext ctx, String token) {
    ctx.request().pause(); // what follows reads the body, or upgrades
    sessions
        .authenticate(token)
        .onSuccess(
            found -> {
              found.ifPresent(
                  signedIn -> {
                    Caller.set(ctx, signedIn);
                    ctx.put(TOKEN, token);
                  });
              ctx.next();
            })
        .onFailure(ctx::fail);
  }
}
