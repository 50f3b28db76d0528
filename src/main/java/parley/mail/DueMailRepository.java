package parley.mail;

import static parley.store.Rows.instant;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import parley.mail.DueMail.Recipient;
import parley.store.Database;
import parley.text.Language;

/**
 * The outbox as its senders see it. A claim lasts for its lease; one that nobody settles in that
 * time, as when the process was killed, is due again and anybody's. Whoever settles must still hold
 * the claim.
 *
 * <p>Rows are locked by their primary key alone, so that a claim never makes the transaction wait
 * that adds a mail.
 */
final class DueMailRepository {

  private static final String DUE =
      "SELECT id FROM mail WHERE next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?";

  private static final String LOCK =
      """
      SELECT id FROM mail FORCE INDEX (PRIMARY) WHERE id IN (%s) AND next_attempt_at <= ?
      ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  private static final String CLAIM =
      """
      UPDATE mail SET state = 'sending', attempts = attempts + 1, claimed_by = ?,
        next_attempt_at = ?
      WHERE id = ?
      """;

  private static final String CLAIMED =
      """
      SELECT mail.id, claimed_by, message_id, kind, member_id, recipient, data, caused_by, attempts,
        last_error, mail.created_at, queued_at, email, email_verified, language
      FROM mail LEFT JOIN member ON member.id = mail.member_id
      WHERE mail.id IN (%s) AND claimed_by = ? ORDER BY mail.id
      """;

  /** What it said, its secret link above all, is kept no longer than it takes to send it. */
  private static final String SENT =
      """
      UPDATE mail SET state = 'sent', sent_at = ?, data = '{}', last_error = NULL,
        next_attempt_at = NULL, claimed_by = NULL
      WHERE id = ? AND claimed_by = ?
      """;

  private static final String POSTPONE =
      """
      UPDATE mail SET state = 'queued', next_attempt_at = ?, last_error = ?, claimed_by = NULL
      WHERE id = ? AND claimed_by = ?
      """;

  private static final String END =
      """
      UPDATE mail SET state = ?, last_error = ?, next_attempt_at = NULL, claimed_by = NULL
      WHERE id = ? AND claimed_by = ?
      """;

  /** Others claim too: so many times more are looked at than are wanted. */
  private static final int SPARE = 4;

  private static final int ERROR_MAX = 1000;

  private final Database database;
  private final Duration lease;
  private final Clock clock;

  DueMailRepository(Database database, Duration lease, Clock clock) {
    this.database = database;
    this.lease = lease;
    this.clock = clock;
  }

  /** Claims at most so many of those that are due, the longest due first. */
  Future<List<DueMail>> claim(int count) {
    var now = clock.instant();
    return database
        .client()
        .preparedQuery(DUE)
        .mapping(row -> (Object) row.getLong("id"))
        .execute(Tuple.of(utc(now), count * SPARE))
        .map(rows -> list(rows))
        .compose(
            due ->
                due.isEmpty()
                    ? Future.succeededFuture(List.of())
                    : claim(due, count, now, UUID.randomUUID().toString()));
  }

  private Future<List<DueMail>> claim(List<Object> due, int count, Instant now, String claim) {
    return database
        .transaction(
            tx -> lock(tx, due, count, now).compose(locked -> mark(tx, locked, now, claim)))
        .compose(
            claimed ->
                claimed.isEmpty() ? Future.succeededFuture(List.of()) : read(claimed, claim));
  }

  private static Future<List<Object>> lock(
      SqlConnection tx, List<Object> due, int count, Instant now) {
    var parameters = new ArrayList<>(due);
    parameters.add(utc(now));
    parameters.add(count);
    return tx.preparedQuery(LOCK.formatted(marks(due)))
        .mapping(row -> (Object) row.getLong("id"))
        .execute(Tuple.wrap(parameters))
        .map(rows -> list(rows));
  }

  private Future<List<Object>> mark(
      SqlConnection tx, List<Object> locked, Instant now, String claim) {
    if (locked.isEmpty()) {
      return Future.succeededFuture(locked);
    }
    var until = utc(now.plus(lease));
    var batch = locked.stream().map(id -> Tuple.of(claim, until, id)).toList();
    return tx.preparedQuery(CLAIM).executeBatch(batch).map(locked);
  }

  private Future<List<DueMail>> read(List<Object> claimed, String claim) {
    var parameters = new ArrayList<>(claimed);
    parameters.add(claim);
    return database
        .client()
        .preparedQuery(CLAIMED.formatted(marks(claimed)))
        .mapping(DueMailRepository::dueMail)
        .execute(Tuple.wrap(parameters))
        .map(rows -> list(rows));
  }

  /** Each of these gives false where the mail has been taken over. */
  Future<Boolean> sent(DueMail mail) {
    return settle(SENT, Tuple.of(utc(clock.instant()), mail.id(), mail.claim()));
  }

  Future<Boolean> postpone(DueMail mail, Instant until, String error) {
    return settle(POSTPONE, Tuple.of(utc(until), cut(error), mail.id(), mail.claim()));
  }

  Future<Boolean> fail(DueMail mail, String error) {
    return end(mail, MailState.FAILED, error);
  }

  Future<Boolean> skip(DueMail mail, String reason) {
    return end(mail, MailState.SKIPPED, reason);
  }

  private Future<Boolean> end(DueMail mail, MailState state, String why) {
    return settle(END, Tuple.of(state.word(), cut(why), mail.id(), mail.claim()));
  }

  private Future<Boolean> settle(String sql, Tuple parameters) {
    return database
        .client()
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> rows.rowCount() == 1);
  }

  private static String marks(List<?> values) {
    return String.join(",", Collections.nCopies(values.size(), "?"));
  }

  private static String cut(String text) {
    var length = text.codePointCount(0, text.length());
    return length <= ERROR_MAX ? text : text.substring(0, text.offsetByCodePoints(0, ERROR_MAX));
  }

  private static DueMail dueMail(Row row) {
    var email = row.getString("email");
    return new DueMail(
        row.getLong("id"),
        row.getString("claimed_by"),
        row.getString("message_id"),
        row.getString("kind"),
        row.getLong("member_id"),
        row.getString("recipient"),
        new JsonObject(row.getString("data")),
        row.getLong("caused_by"),
        row.getInteger("attempts"),
        row.getString("last_error"),
        instant(row, "created_at"),
        instant(row, "queued_at"),
        email == null
            ? null
            : new Recipient(
                email,
                row.getBoolean("email_verified"),
                Language.of(row.getString("language")).orElse(Language.EN)),
        true);
  }
}
