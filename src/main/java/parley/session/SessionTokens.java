package parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * The signed form of a session: a JWT (RFC 7519) with HMAC-SHA-256, with the ids of the member and
 * the session, and an expiry time. Only Redis knows whether the session still exists.
 */
final class SessionTokens {

  private static final String ALGORITHM = "HS256";
  private static final String SESSION = "sid";

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
                    new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(Buffer.buffer(key))));
  }

  String sign(long memberId, String sessionId) {
    return auth.generateToken(
        new JsonObject().put("sub", Long.toString(memberId)).put(SESSION, sessionId),
        new JWTOptions().setAlgorithm(ALGORITHM).setExpiresInSeconds((int) lifetime.toSeconds()));
  }

  /** Empty if the token is malformed, forged or expired. */
  Future<Optional<Claims>> verify(String token) {
    return auth.authenticate(new TokenCredentials(token))
        .map(user -> claims(user.principal()))
        .otherwise(Optional.empty());
  }

  private static Optional<Claims> claims(JsonObject token) {
    var sessionId = token.getString(SESSION);
    var subject = token.getString("sub");
    return sessionId == null || subject == null
        ? Optional.empty()
        : Optional.of(new Claims(Long.parseLong(subject), sessionId));
  }
}
