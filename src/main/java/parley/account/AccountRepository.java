package parley.account;

import static parley.store.Rows.first;
import static parley.store.Rows.insertedId;
import static parley.store.Rows.isDuplicate;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import parley.failure.ForumException;
import parley.member.Member;
import parley.text.EmailAddress;
import parley.text.Folding;
import parley.text.Language;

/** SQL for account data: names, addresses, passwords and preferences. */
final class AccountRepository {

  private static final String ADD =
      """
      INSERT INTO member
        (username, username_key, email, email_key, email_since, password_hash, language, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PASSWORD_HASH = "SELECT password_hash FROM member WHERE id = ?";

  private static final String LOCK = "SELECT id FROM member WHERE id = ? FOR UPDATE";

  private static final String CHANGE =
      """
      UPDATE member SET username = ?, username_key = ?, email = ?, signature = ? WHERE id = ?
      """;

  private static final String REHASH =
      "UPDATE member SET password_hash = ? WHERE id = ? AND password_hash = ?";

  private static final String PREFER =
      "UPDATE member SET language = ?, mention_mails = ? WHERE id = ?";

  private static final String SET_PASSWORD =
      """
      UPDATE member SET password_hash = ?, password_version = password_version + 1
      WHERE id = ? AND password_version = ?
      """;

  private static final String VERIFY =
      "UPDATE member SET email_verified = TRUE WHERE id = ? AND email_key = ?";

  /**
   * Returns the new member's id. Fails as described at {@link #taken}.
   *
   * @param emailKey of the address; what contains no {@code @} for an address that the member does
   *     not have yet
   */
  Future<Long> add(
      SqlClient tx,
      NewMember member,
      String emailKey,
      String passwordHash,
      Language language,
      Instant now) {
    return tx.preparedQuery(ADD)
        .execute(
            Tuple.of(
                member.username(),
                Folding.key(member.username()),
                member.email(),
                emailKey,
                utc(now),
                passwordHash,
                language.tag(),
                utc(now)))
        .map(rows -> insertedId(rows))
        .recover(AccountRepository::taken);
  }

  Future<Optional<String>> passwordHash(SqlClient client, long memberId) {
    return client
        .preparedQuery(PASSWORD_HASH)
        .mapping(row -> row.getString("password_hash"))
        .execute(Tuple.of(memberId))
        .map(rows -> first(rows));
  }

  /** Locks the member's row until the transaction ends. */
  Future<Void> lock(SqlClient tx, long memberId) {
    return tx.preparedQuery(LOCK).execute(Tuple.of(memberId)).mapEmpty();
  }

  /**
   * Fails as described at {@link #taken}.
   *
   * @param email the same address, maybe in another spelling
   */
  Future<Void> change(
      SqlClient tx, Member member, String username, String email, String signature) {
    return tx.preparedQuery(CHANGE)
        .execute(Tuple.of(username, Folding.key(username), email, signature, member.id()))
        .<Void>mapEmpty()
        .recover(AccountRepository::taken);
  }

  /** Stores which mails a member wants, and in which language. */
  Future<Void> prefer(SqlClient tx, long memberId, Language language, boolean mentionMails) {
    return tx.preparedQuery(PREFER)
        .execute(Tuple.of(language.tag(), mentionMails, memberId))
        .mapEmpty();
  }

  /** Returns false if the password has changed since this version was read. */
  Future<Boolean> setPassword(SqlClient tx, long memberId, int version, String passwordHash) {
    return tx.preparedQuery(SET_PASSWORD)
        .execute(Tuple.of(passwordHash, memberId, version))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Stores the same password in a new hash; does nothing if the password has changed since. */
  Future<Void> rehash(SqlClient client, long memberId, String oldHash, String newHash) {
    return client.preparedQuery(REHASH).execute(Tuple.of(newHash, memberId, oldHash)).mapEmpty();
  }

  /** Returns false if the member has a different address now. */
  Future<Boolean> verify(SqlClient tx, long memberId, String email) {
    return tx.preparedQuery(VERIFY)
        .execute(Tuple.of(memberId, EmailAddress.key(email)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** The database's unique keys decide who was first, even for concurrent requests. */
  private static <T> Future<T> taken(Throwable failure) {
    if (isDuplicate(failure, "uq_member_username")) {
      return Future.failedFuture(
          ForumException.invalid("username", "taken", "This name is already taken."));
    }
    if (isDuplicate(failure, "uq_member_email")) {
      return Future.failedFuture(
          ForumException.invalid("email", "taken", "An account with this address already exists."));
    }
    return Future.failedFuture(failure);
  }
}
