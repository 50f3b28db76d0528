package parley.mail;

import static parley.store.Rows.instant;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.mail.DueMail.Recipient;
import parley.store.Claims;
import parley.store.Claims.Claim;
import parley.store.Database;
import parley.text.Language;

/** The outbox as its senders see it: mails are claimed, and settled by who holds the claim. */
final class DueMailRepository {

  private static final String CLAIMED =
      """
      SELECT mail.id, claimed_by, message_id, kind, member_id, recipient, data, caused_by, attempts,
        last_error, mail.created_at, queued_at, email, email_verified, language
      FROM mail LEFT JOIN member ON member.id = mail.member_id
      WHERE mail.id IN (%s) AND claimed_by = ? ORDER BY mail.id
      """;

  /** The content, above all its secret link, is deleted as soon as the mail is sent. */
  private static final String SENT =
      "state = 'sent', sent_at = ?, data = '{}', last_error = NULL, next_attempt_at = NULL";

  private static final String POSTPONE = "state = 'queued', next_attempt_at = ?, last_error = ?";

  private static final String END = "state = ?, last_error = ?, next_attempt_at = NULL";

  private static final int ERROR_MAX = 1000;

  private final Database database;
  private final Claims claims;
  private final Clock clock;

  DueMailRepository(Database database, Duration lease, Clock clock) {
    this.database = database;
    this.claims =
        new Claims(
            database, "mail", "id", "state = 'sending', attempts = attempts + 1, ", lease, clock);
    this.clock = clock;
  }

  /** Claims at most this many due mails, the longest due first. */
  Future<List<DueMail>> claim(int count) {
    return claims
        .oldest(count)
        .compose(claim -> claim.isEmpty() ? Future.succeededFuture(List.of()) : read(claim));
  }

  private Future<List<DueMail>> read(Claim claim) {
    var parameters = new ArrayList<>(claim.keys());
    parameters.add(claim.token());
    return database
        .client()
        .preparedQuery(CLAIMED.formatted(Claims.marks(claim.keys())))
        .mapping(DueMailRepository::dueMail)
        .execute(Tuple.wrap(parameters))
        .map(rows -> list(rows));
  }

  /** Each of these methods returns false if another sender has taken over the mail. */
  Future<Boolean> sent(DueMail mail) {
    return settle(mail, SENT, utc(clock.instant()));
  }

  Future<Boolean> postpone(DueMail mail, Instant until, String error) {
    return settle(mail, POSTPONE, utc(until), cut(error));
  }

  Future<Boolean> fail(DueMail mail, String error) {
    return settle(mail, END, MailState.FAILED.word(), cut(error));
  }

  Future<Boolean> skip(DueMail mail, String reason) {
    return settle(mail, END, MailState.SKIPPED.word(), cut(reason));
  }

  private Future<Boolean> settle(DueMail mail, String set, Object... values) {
    return claims.settle(mail.id(), mail.claim(), set, values);
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
