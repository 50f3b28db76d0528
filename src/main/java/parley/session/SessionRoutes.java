package parley.session;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import parley.http.Answer;
import parley.http.Caller;
import parley.http.Operations;
import parley.http.Parameters;
import parley.paging.Page;

/** A member's sessions over HTTP. */
public final class SessionRoutes {

  private final SessionService sessions;

  public SessionRoutes(SessionService sessions) {
    this.sessions = sessions;
  }

  public void bind(Operations operations) {
    operations
        .on("listSessions", this::list)
        .on("revokeSession", this::revoke)
        .on("logout", this::logout);
  }

  private Future<Answer> list(RoutingContext ctx) {
    return sessions.list(Caller.signedIn(ctx)).map(found -> Answer.ok(Page.whole(found)));
  }

  private Future<Answer> revoke(RoutingContext ctx) {
    return sessions
        .revoke(Caller.signedIn(ctx), Parameters.text(ctx, "id"))
        .map(revoked -> Answer.noContent());
  }

  private Future<Answer> logout(RoutingContext ctx) {
    var caller = Caller.signedIn(ctx);
    return sessions
        .revoke(caller, caller.sessionId())
        .map(revoked -> Answer.noContent().signedOut());
  }
}
