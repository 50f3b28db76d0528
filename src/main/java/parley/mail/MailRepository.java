package parley.mail;

import static parley.store.Rows.first;
import static parley.store.Rows.instant;
import static parley.store.Rows.instantOrNull;
import static parley.store.Rows.list;
import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.paging.PageRequest;

/** SQL of the outbox for administration and maintenance. */
final class MailRepository {

  private static final String COLUMNS =
      """
      id, message_id, kind, member_id, recipient, state, attempts, last_error, created_at,
      next_attempt_at, sent_at
      """;

  private static final String FIND = "SELECT " + COLUMNS + " FROM mail WHERE id = ?";

  private static final String LIST =
      "SELECT " + COLUMNS + " FROM mail ORDER BY id DESC LIMIT ? OFFSET ?";

  private static final String LIST_IN_STATE =
      "SELECT " + COLUMNS + " FROM mail WHERE state = ? ORDER BY id DESC LIMIT ? OFFSET ?";

  private static final String COUNT = "SELECT COUNT(*) AS mails FROM mail";

  private static final String COUNT_IN_STATE = "SELECT COUNT(*) AS mails FROM mail WHERE state = ?";

  private static final String COUNT_TO_RECIPIENT =
      """
      SELECT COUNT(*) AS mails FROM mail
      WHERE recipient = ? AND kind = ? AND queued_at > ? AND id < ? AND state <> 'skipped'
      """;

  private static final String COUNT_CAUSED =
      """
      SELECT COUNT(*) AS mails FROM mail
      WHERE caused_by = ? AND kind = ? AND queued_at > ? AND id < ? AND state <> 'skipped'
      """;

  private static final String RETRY =
      """
      UPDATE mail SET state = 'queued', attempts = 0, next_attempt_at = ?, queued_at = ?
      WHERE id = ? AND state IN ('failed', 'skipped')
      """;

  private static final String RETRY_FAILED =
      """
      UPDATE mail SET state = 'queued', attempts = 0, next_attempt_at = ?, queued_at = ?
      WHERE state = 'failed'
      """;

  private static final String WAITING =
      """
      SELECT COUNT(*) AS mails, MIN(queued_at) AS oldest FROM mail
      WHERE next_attempt_at IS NOT NULL
      """;

  private static final String REMOVE_DONE =
      "DELETE FROM mail WHERE created_at < ? AND next_attempt_at IS NULL LIMIT ?";

  /** The number of waiting mails, and the time of the oldest; null if there is none. */
  record Waiting(long mails, @Nullable Instant oldest) {}

  Future<Optional<Mail>> find(SqlClient client, long id) {
    return client
        .preparedQuery(FIND)
        .mapping(MailRepository::mail)
        .execute(Tuple.of(id))
        .map(rows -> first(rows));
  }

  /** The newest first. */
  Future<List<Mail>> page(SqlClient client, Optional<MailState> state, PageRequest page) {
    var query = client.preparedQuery(state.isPresent() ? LIST_IN_STATE : LIST);
    var parameters = state.map(only -> Tuple.of(only.word())).orElseGet(Tuple::tuple);
    return query
        .mapping(MailRepository::mail)
        .execute(parameters.addInteger(page.size()).addLong(page.offset()))
        .map(rows -> list(rows));
  }

  Future<Long> count(SqlClient client, Optional<MailState> state) {
    return client
        .preparedQuery(state.isPresent() ? COUNT_IN_STATE : COUNT)
        .execute(state.map(only -> Tuple.of(only.word())).orElseGet(Tuple::tuple))
        .map(rows -> rows.iterator().next().getLong("mails"));
  }

  /**
   * The number of mails of the same kind to the same address that were queued earlier, since then.
   */
  Future<Long> countToRecipient(SqlClient client, DueMail mail, Instant since) {
    return client
        .preparedQuery(COUNT_TO_RECIPIENT)
        .execute(Tuple.of(mail.recipient(), mail.kind(), utc(since), mail.id()))
        .map(rows -> rows.iterator().next().getLong("mails"));
  }

  /** How many of its kind the member who causes it caused before it, since then. */
  Future<Long> countCaused(SqlClient client, DueMail mail, Instant since) {
    return client
        .preparedQuery(COUNT_CAUSED)
        .execute(Tuple.of(mail.causedBy(), mail.kind(), utc(since), mail.id()))
        .map(rows -> rows.iterator().next().getLong("mails"));
  }

  /** Returns false if the mail's state does not allow a retry. */
  Future<Boolean> retry(SqlClient client, long id, Instant now) {
    return client
        .preparedQuery(RETRY)
        .execute(Tuple.of(utc(now), utc(now), id))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Returns the number of mails. */
  Future<Integer> retryFailed(SqlClient client, Instant now) {
    return client
        .preparedQuery(RETRY_FAILED)
        .execute(Tuple.of(utc(now), utc(now)))
        .map(rows -> rows.rowCount());
  }

  Future<Waiting> waiting(SqlClient client) {
    return client
        .preparedQuery(WAITING)
        .mapping(row -> new Waiting(row.getLong("mails"), instantOrNull(row, "oldest")))
        .execute()
        .map(rows -> rows.iterator().next());
  }

  /** Deletes at most this many finished mails that are older; returns their number. */
  Future<Integer> removeDone(SqlClient client, Instant before, int limit) {
    return client
        .preparedQuery(REMOVE_DONE)
        .execute(Tuple.of(utc(before), limit))
        .map(rows -> rows.rowCount());
  }

  private static Mail mail(Row row) {
    return new Mail(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("kind"),
        row.getLong("member_id"),
        row.getString("recipient"),
        MailState.of(row.getString("state")),
        row.getInteger("attempts"),
        row.getString("last_error"),
        instant(row, "created_at"),
        instantOrNull(row, "next_attempt_at"),
        instantOrNull(row, "sent_at"));
  }
}
