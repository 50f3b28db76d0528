package parley.session;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.access.AccessService;
import parley.access.Viewer;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.http.Caller;
import parley.http.Endpoint;
import parley.http.Origin;
import parley.http.SessionCookie;
import parley.member.SignedIn;

/**
 * Identifies the caller before the body is read: by the bearer token (RFC 6750), otherwise by the
 * session cookie. If the contract requires a session, other requests are refused. For other
 * operations, a caller with an invalid token is a guest.
 */
public final class Authentication implements Handler<RoutingContext> {

  private static final String BEARER = "bearer ";

  private final SessionService sessions;
  private final AccessService access;

  public Authentication(SessionService sessions, AccessService access) {
    this.sessions = sessions;
    this.access = access;
  }

  @Override
  public void handle(RoutingContext ctx) {
    var token = token(ctx);
    if (token == null) {
      admit(ctx, Optional.empty(), Kind.UNAUTHENTICATED, "Please sign in.");
    } else if (bearer(ctx) == null && !Origin.mayUseCookie(ctx)) {
      admit(ctx, Optional.empty(), Kind.FORBIDDEN, "Cross-site request refused.");
    } else {
      ctx.request().pause(); // the body is read after this
      owner(ctx, token)
          .onSuccess(caller -> admit(ctx, caller, Kind.UNAUTHENTICATED, "Please sign in."))
          .onFailure(ctx::fail);
    }
  }

  /** Who reads a page: the member whose token comes with it, otherwise a guest. */
  public Future<Viewer> reader(RoutingContext ctx) {
    var token = token(ctx);
    var owner =
        token == null ? Future.succeededFuture(Optional.<SignedIn>empty()) : sessions.recall(token);
    return owner.compose(caller -> access.viewer(caller.map(SignedIn::member)));
  }

  /**
   * Continues the request, or refuses it with this kind and message if it needs a session and has
   * none.
   */
  private void admit(RoutingContext ctx, Optional<SignedIn> caller, Kind kind, String reason) {
    if (caller.isEmpty() && needsSession(ctx)) {
      ctx.fail(ForumException.of(kind, reason));
      return;
    }
    caller.ifPresent(signedIn -> Caller.set(ctx, signedIn));
    var viewer = access.viewer(caller.map(SignedIn::member));
    if (viewer.succeeded()) { // as nearly always, so the body need not be held back
      Caller.setViewer(ctx, viewer.result());
      ctx.next();
    } else {
      ctx.request().pause();
      viewer
          .onSuccess(
              known -> {
                Caller.setViewer(ctx, known);
                ctx.next();
              })
          .onFailure(ctx::fail);
    }
  }

  /** Reads that guests may also do use remembered sessions; all other requests check the stores. */
  private Future<Optional<SignedIn>> owner(RoutingContext ctx, String token) {
    var readByAll =
        Endpoint.of(ctx)
            .filter(asked -> asked.method().equals(HttpMethod.GET) && !asked.needsSession())
            .isPresent();
    return readByAll ? sessions.recall(token) : sessions.authenticate(token);
  }

  private boolean needsSession(RoutingContext ctx) {
    return Endpoint.of(ctx).filter(Endpoint::needsSession).isPresent();
  }

  private static @Nullable String token(RoutingContext ctx) {
    var bearer = bearer(ctx);
    return bearer == null ? SessionCookie.get(ctx) : bearer;
  }

  private static @Nullable String bearer(RoutingContext ctx) {
    var header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }
}
