package parley.bridge;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.SignedIn;
import parley.session.SessionService;

/**
 * Authenticates the sender of a frame, and checks the session again from time to time. For use on
 * one event loop.
 */
final class Identification {

  private static final Logger log = LoggerFactory.getLogger(Identification.class);

  /** A session that ended without an event, for example by its age, is noticed within this time. */
  private static final long CHECK_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final SessionService sessions;
  private final Connections connections;

  Identification(SessionService sessions, Connections connections) {
    this.sessions = sessions;
    this.connections = connections;
  }

  /**
   * The sender of a frame, by its token, or else by the connection's session; empty for a guest.
   * The first valid token assigns the connection to its member. Fails with UNAUTHENTICATED for an
   * invalid token, with FORBIDDEN for a token of another session, and with RATE_LIMITED if the
   * member has too many connections.
   */
  Future<Optional<SignedIn>> of(Connection connection, Frame frame) {
    var token = frame.token();
    if (token == null || token.equals(connection.token())) {
      return Future.succeededFuture(connection.owner());
    }
    return sessions
        .authenticate(token)
        .map(
            found -> {
              claim(connection, found.orElseThrow(Rules::signIn), token);
              return found;
            });
  }

  private void claim(Connection connection, SignedIn signedIn, String token) {
    var owner = connection.owner();
    if (connection.ended()) {
      throw Rules.signIn();
    }
    if (owner.isEmpty()) {
      connections.assign(connection, signedIn, token, System.nanoTime());
    } else if (!owner.get().sessionId().equals(signedIn.sessionId())) {
      throw ForumException.of(Kind.FORBIDDEN, "This connection belongs to another session.");
    }
  }

  /** Checks the session if the last check was more than a minute ago. */
  void check(Connection connection, Viewers viewers) {
    var now = System.nanoTime();
    var token = connection.token();
    if (token != null && now - connection.checkedAt() > CHECK_NANOS) {
      connection.setCheckedAt(now);
      sessions
          .authenticate(token)
          .onSuccess(
              found -> {
                if (found.isEmpty()) {
                  Connections.signedOut(connection);
                } else {
                  viewers.seen(connection, found.get().member());
                }
              })
          .onFailure(failure -> log.debug("A session could not be checked", failure));
    }
  }
}
