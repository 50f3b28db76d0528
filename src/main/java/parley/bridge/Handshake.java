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
 * Finds out by the session's cookie who opens a connection. A browser sends the cookie along
 * whatever page opens a WebSocket, so the cookie of a page that is not ours is refused (RFC 6455,
 * 10.2); without a cookie any page may look as a guest, or name a token in its frames.
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

  /** The token that the connection was opened with; null where there was none. */
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
      ctx.fail(ForumException.of(Kind.FORBIDDEN, "This must be asked from the forum's own pages."));
    } else {
      authenticate(ctx, token);
    }
  }

  /** Not so SockJS' GET of what it needs to know first, for which browsers may name no origin. */
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
