package parley.account;

import static parley.store.Rows.first;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import parley.text.EmailAddress;

/**
 * SQL for the addresses of members. The unique {@code email_key} decides which member has an
 * address. A member with a key without {@code @} has no address: {@code email} is then the
 * requested address, or empty.
 */
final class AddressRepository {

  /**
   * A member and their address.
   *
   * @param key decides whether they have the address
   */
  record Holder(long id, String username, String email, String key, boolean verified) {

    /** Whether the member has this address, verified or not. */
    boolean has(String email) {
      return key.equals(EmailAddress.key(email));
    }
  }

  private static final String SELECT =
      "SELECT id, username, email, email_key, email_verified FROM member ";

  private static final String HOLDER = SELECT + "WHERE email_key = ? FOR UPDATE";

  private static final String LOCK = SELECT + "WHERE id = ? FOR UPDATE";

  private static final String SET =
      """
      UPDATE member SET email = ?, email_key = ?, email_verified = TRUE, email_since = ?
      WHERE id = ?
      """;

  private static final String TAKE = "UPDATE member SET email_key = ? WHERE id = ?";

  private static final String EVICT =
      """
      UPDATE member SET email = '', email_key = CONCAT('freed ', id), email_since = NULL
      WHERE id = ? AND email_verified = FALSE
      """;

  private static final String WANT =
      """
      INSERT INTO pending_address (member_id, email, email_key, created_at) VALUES (?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE email = ?, email_key = ?, created_at = ?
      """;

  private static final String WANTED = "SELECT email FROM pending_address WHERE member_id = ?";

  private static final String FORGET = "DELETE FROM pending_address WHERE member_id = ?";

  private static final String FORGET_OLD = "DELETE FROM pending_address WHERE created_at < ?";

  private static final String DATE =
      """
      UPDATE member SET email_since = ?
      WHERE email_verified = FALSE AND email_since IS NULL AND email <> '' LIMIT 1000
      """;

  private static final String LAPSE =
      """
      UPDATE member SET email = '', email_key = CONCAT('lapsed ', id), email_since = NULL
      WHERE email_verified = FALSE AND email_since < ? AND email <> '' LIMIT 1000
      """;

  /** The member who has the address; the row is locked until the transaction ends. */
  Future<Optional<Holder>> holder(SqlClient tx, String email) {
    return tx.preparedQuery(HOLDER)
        .mapping(AddressRepository::holder)
        .execute(Tuple.of(EmailAddress.key(email)))
        .map(rows -> first(rows));
  }

  /** A member, locked until the transaction ends. */
  Future<Optional<Holder>> lock(SqlClient tx, long memberId) {
    return tx.preparedQuery(LOCK)
        .mapping(AddressRepository::holder)
        .execute(Tuple.of(memberId))
        .map(rows -> first(rows));
  }

  /** Gives a member a verified address. No other member may have it. */
  Future<Void> setProved(SqlClient tx, long memberId, String email, Instant now) {
    return tx.preparedQuery(SET)
        .execute(Tuple.of(email, EmailAddress.key(email), utc(now), memberId))
        .mapEmpty();
  }

  /** Gives a member the requested address, which no other member may have. */
  Future<Void> take(SqlClient tx, long memberId, String email) {
    return tx.preparedQuery(TAKE).execute(Tuple.of(EmailAddress.key(email), memberId)).mapEmpty();
  }

  /** Removes an unverified address from a member. */
  Future<Void> evict(SqlClient tx, long memberId) {
    return tx.preparedQuery(EVICT).execute(Tuple.of(memberId)).mapEmpty();
  }

  /** Stores the address that a member requests instead of the current one. */
  Future<Void> want(SqlClient tx, long memberId, String email, Instant now) {
    var key = EmailAddress.key(email);
    return tx.preparedQuery(WANT)
        .execute(Tuple.of(memberId, email, key, utc(now), email, key, utc(now)))
        .mapEmpty();
  }

  Future<Optional<String>> wanted(SqlClient client, long memberId) {
    return client
        .preparedQuery(WANTED)
        .mapping(row -> row.getString("email"))
        .execute(Tuple.of(memberId))
        .map(rows -> first(rows));
  }

  Future<Void> forgetWanted(SqlClient tx, long memberId) {
    return tx.preparedQuery(FORGET).execute(Tuple.of(memberId)).mapEmpty();
  }

  Future<Void> forgetWantedBefore(SqlClient client, Instant time) {
    return client.preparedQuery(FORGET_OLD).execute(Tuple.of(utc(time))).mapEmpty();
  }

  /** Notes the time for members whose address is older than this note. */
  Future<Void> date(SqlClient client, Instant now) {
    return client.preparedQuery(DATE).execute(Tuple.of(utc(now))).mapEmpty();
  }

  /** Frees addresses that were not verified since then. Returns the number of addresses. */
  Future<Integer> lapse(SqlClient client, Instant before) {
    return client.preparedQuery(LAPSE).execute(Tuple.of(utc(before))).map(rows -> rows.rowCount());
  }

  private static Holder holder(Row row) {
    return new Holder(
        row.getLong("id"),
        row.getString("username"),
        row.getString("email"),
        row.getString("email_key"),
        row.getBoolean("email_verified"));
  }
}
