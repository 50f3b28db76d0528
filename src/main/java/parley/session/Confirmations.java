package parley.session;

import static io.vertx.redis.client.Command.GET;
import static io.vertx.redis.client.Command.SET;

import io.vertx.core.Future;
import java.time.Duration;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.member.SignedIn;
import parley.store.RedisStore;

/**
 * Sessions in which the member has just given their password again. Only those may change how the
 * account is entered or recovered, so that a stolen session does not become a stolen account. A
 * confirmation is for one session, and ends with a change of the password.
 */
public final class Confirmations {

  public static final Duration LASTS = Duration.ofMinutes(10);

  private final RedisStore redis;

  public Confirmations(RedisStore redis) {
    this.redis = redis;
  }

  /** To be called when the member has proved who they are. */
  public Future<Void> open(SignedIn caller) {
    return redis
        .send(SET, key(caller), caller.member().passwordVersion(), "EX", LASTS.toSeconds())
        .mapEmpty();
  }

  /** Fails with CONFIRMATION_NEEDED where this session is not confirmed. */
  public Future<Void> require(SignedIn caller) {
    return redis
        .send(GET, key(caller))
        .compose(
            version ->
                version != null && version.toInteger() == caller.member().passwordVersion()
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        ForumException.of(
                            Kind.CONFIRMATION_NEEDED, "Please enter your password again.")));
  }

  private static String key(SignedIn caller) {
    return "parley:confirmed:" + caller.sessionId();
  }
}
