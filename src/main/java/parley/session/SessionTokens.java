package parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The signed form of a session: a JWT (RFC 7519) with HMAC-SHA-256, with the ids of the member and
 * the session, and an expiry time. Only Redis knows whether the session still exists.
 */
final class SessionTokens {

  private static final String ALGORITHM = "HS256";
  private static final String SESSION = "sid";

  /**
   * How far a token may seem to be from the future: a server whose clock is set back must not sign
   * everybody out.
   */
  private static final int LEEWAY_SECONDS = 24 * 60 * 60;

  /** How long a token is good after its end; clocks of several servers differ. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  /** The content of a valid token. */
  record Claims(long memberId, String sessionId) {}

  private final JWTAuth auth;
  private final Duration lifetime;

  SessionTokens(Vertx vertx, byte[] key, Duration lifetime) {
    this.lifetime = lifetime;
    this.auth =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .addPubSecKey(
                    new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(key)))
                .setJWTOptions(new JWTOptions().setLeeway(LEEWAY_SECONDS)));
  }

  String sign(long memberId, String sessionId) {
    return auth.generateToken(
        new JsonObject().put("sub", Long.toString(memberId)).put(SESSION, sessionId),
        new JWTOptions().setAlgorithm(ALGORITHM).setExpiresInSeconds((int) lifetime.toSeconds()));
  }

  /** Empty if the token is malformed, forged or expired. */
  Future<Optional<Claims>> verify(String token) {
    return auth.authenticate(new TokenCredentials(token))
        .map(user -> hasEnded(user) ? Optional.<Claims>empty() : claims(user.principal()))
        .otherwise(Optional.empty());
  }

  private static boolean hasEnded(User user) {
    Number end = user.get("exp");
    return end == null
        || Instant.ofEpochSecond(end.longValue()).plus(GRACE).isBefore(Instant.now());
  }

  private static Optional<Claims> claims(JsonObject token) {
    var sessionId = token.getString(SESSION);
    var subject = token.getString("sub");
    return sessionId == null || subject == null
        ? Optional.empty()
        : Optional.of(new Claims(Long.parseLong(subject), sessionId));
  }
}
