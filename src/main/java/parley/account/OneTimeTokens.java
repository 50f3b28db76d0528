package parley.account;

import static parley.store.Rows.first;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import parley.text.Digests;

/**
 * One-time secrets in the links of mails: 256 random bits. Only their SHA-256 is stored, so that a
 * reader of the database cannot use them. Using one deletes it, so that only one of two concurrent
 * uses succeeds.
 */
final class OneTimeTokens {

  /** What a token is for, and how long it is valid. */
  enum Purpose {
    RESET(Duration.ofMinutes(30)),
    VERIFY(Duration.ofDays(2)),
    UNDO(Duration.ofDays(7));

    private final Duration lifetime;

    Purpose(Duration lifetime) {
      this.lifetime = lifetime;
    }

    Duration lifetime() {
      return lifetime;
    }
  }

  /** The member a token belongs to, and the address it was sent to. */
  record Owner(long memberId, String email) {}

  private static final int BYTES = 32;

  private static final String ADD =
      """
      INSERT INTO one_time_token (token_hash, purpose, member_id, email, expires_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT member_id, email FROM one_time_token
      WHERE token_hash = ? AND purpose = ? AND expires_at > ? FOR UPDATE
      """;

  private static final String REMOVE =
      "DELETE FROM one_time_token WHERE member_id = ? AND purpose = ?";

  private static final String FIND_TIMED =
      """
      SELECT member_id, email, expires_at FROM one_time_token
      WHERE token_hash = ? AND purpose = ? AND expires_at > ? FOR UPDATE
      """;

  private static final String REMOVE_SINCE =
      """
      DELETE FROM one_time_token
      WHERE member_id = ? AND purpose = ? AND (expires_at >= ? OR email = ?)
      """;

  private static final String REMOVE_EXPIRED =
      "DELETE FROM one_time_token WHERE member_id = ? AND expires_at <= ?";

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OneTimeTokens(Clock clock) {
    this.clock = clock;
  }

  /** Creates a token. The secret is only in the returned value and is not stored. */
  Future<String> issue(SqlClient tx, Purpose purpose, Owner owner) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var now = clock.instant();
    return tx.preparedQuery(REMOVE_EXPIRED)
        .execute(Tuple.of(owner.memberId(), utc(now)))
        .compose(
            removed ->
                tx.preparedQuery(ADD)
                    .execute(
                        Tuple.of(
                            hash(secret),
                            purpose.name(),
                            owner.memberId(),
                            owner.email(),
                            utc(now.plus(purpose.lifetime())))))
        .map(secret);
  }

  /**
   * Uses the token and deletes all other tokens of its owner for this purpose. Empty if the token
   * is not valid.
   */
  Future<Optional<Owner>> spend(SqlClient tx, Purpose purpose, String secret) {
    return tx.preparedQuery(FIND)
        .mapping(row -> new Owner(row.getLong("member_id"), row.getString("email")))
        .execute(Tuple.of(hash(secret), purpose.name(), utc(clock.instant())))
        .map(rows -> first(rows))
        .compose(
            found ->
                found
                    .map(owner -> removeAll(tx, purpose, owner.memberId()).map(found))
                    .orElse(Future.succeededFuture(found)));
  }

  /**
   * Uses the token, and deletes those of its owner for this purpose that were made after it or for
   * the same address: what came before it stays good. Empty if the token is not valid.
   */
  Future<Optional<Owner>> spendWithLater(SqlClient tx, Purpose purpose, String secret) {
    return tx.preparedQuery(FIND_TIMED)
        .execute(Tuple.of(hash(secret), purpose.name(), utc(clock.instant())))
        .compose(
            rows -> {
              if (!rows.iterator().hasNext()) {
                return Future.succeededFuture(Optional.empty());
              }
              var row = rows.iterator().next();
              var owner = new Owner(row.getLong("member_id"), row.getString("email"));
              return tx.preparedQuery(REMOVE_SINCE)
                  .execute(
                      Tuple.of(
                          owner.memberId(),
                          purpose.name(),
                          row.getLocalDateTime("expires_at"),
                          owner.email()))
                  .map(Optional.of(owner));
            });
  }

  /** Deletes a member's tokens for this purpose. */
  Future<Void> removeAll(SqlClient tx, Purpose purpose, long memberId) {
    return tx.preparedQuery(REMOVE).execute(Tuple.of(memberId, purpose.name())).mapEmpty();
  }

  private static Buffer hash(String secret) {
    return Buffer.buffer(Digests.sha256(secret));
  }
}
