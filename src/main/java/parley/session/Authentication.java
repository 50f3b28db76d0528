package parley.session;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.Caller;
import parley.http.Endpoint;
import parley.http.Origin;
import parley.http.SessionCookie;

/**
 * Identifies the caller before the body is read: by the bearer token (RFC 6750), otherwise by the
 * session cookie. If the contract requires a session, other requests are refused. For other
 * operations, a caller with an invalid token is a guest.
 */
public final class Authentication implements Handler<RoutingContext> {

  private static final String BEARER = "bearer ";

  private final SessionService sessions;

  public Authentication(SessionService sessions) {
    this.sessions = sessions;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var bearer = bearer(ctx);
    var token = bearer == null ? SessionCookie.get(ctx) : bearer;
    if (token == null) {
      admit(ctx, Kind.UNAUTHENTICATED, "Please sign in.");
    } else if (bearer == null && !Origin.mayUseCookie(ctx)) {
      admit(ctx, Kind.FORBIDDEN, "Cross-site request refused.");
    } else {
      ctx.request().pause(); // the body is read after this
      sessions
          .authenticate(token)
          .onSuccess(
              caller -> {
                caller.ifPresent(signedIn -> Caller.set(ctx, signedIn));
                admit(ctx, Kind.UNAUTHENTICATED, "Please sign in.");
              })
          .onFailure(ctx::fail);
    }
  }

  /**
   * Continues the request, or refuses it with this kind and message if it needs a session and has
   * none.
   */
  private void admit(RoutingContext ctx, Kind kind, String reason) {
    if (Caller.find(ctx).isEmpty() && needsSession(ctx)) {
      ctx.fail(ForumException.of(kind, reason));
    } else {
      ctx.next();
    }
  }

  private boolean needsSession(RoutingContext ctx) {
    return Endpoint.of(ctx).filter(Endpoint::needsSession).isPresent();
  }

  private static String bearer(RoutingContext ctx) {
    var header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
