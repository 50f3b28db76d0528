package parley.mail;

import static parley.store.Rows.utc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import parley.config.Config;
import parley.store.Database;
import parley.text.Folding;

/**
 * What may be sent, decided when it is about to be. Mails of a kind are limited by the hour, so
 * that nobody can be flooded; each counts those that were queued before it, so that two senders
 * decide alike.
 */
final class SendingPolicy {

  private static final Duration WINDOW = Duration.ofHours(1);

  private static final String TO_RECIPIENT =
      """
      SELECT COUNT(*) AS mails FROM mail
      WHERE recipient = ? AND kind = ? AND queued_at > ? AND id < ? AND state <> 'skipped'
      """;

  private static final String CAUSED =
      """
      SELECT COUNT(*) AS mails FROM mail
      WHERE caused_by = ? AND queued_at > ? AND id < ? AND state <> 'skipped'
      """;

  private final Database database;
  private final Config.Mail config;
  private final Clock clock;

  SendingPolicy(Database database, Config.Mail config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** Why the mail must not be sent; empty where it may. */
  Future<Optional<String>> objection(DueMail mail) {
    var objection = mail.isOf(MailKind.MENTION) ? unwanted(mail) : outdated(mail);
    return objection.isPresent() ? Future.succeededFuture(objection) : overLimit(mail);
  }

  private static Optional<String> unwanted(DueMail mail) {
    var member = mail.member();
    if (member == null) {
      return Optional.of("The member is gone.");
    }
    if (!Folding.key(member.email()).equals(Folding.key(mail.recipient()))) {
      return Optional.of("The member has another address by now.");
    }
    if (!member.verified()) {
      return Optional.of("The address is not verified.");
    }
    return member.mentionMails()
        ? Optional.empty()
        : Optional.of("The member does not want mention mails.");
  }

  /** A link that is good for minutes helps nobody after an outage of hours. */
  private Optional<String> outdated(DueMail mail) {
    var minutes = mail.data().getLong("minutes");
    return minutes != null
            && mail.createdAt().plus(Duration.ofMinutes(minutes)).isBefore(clock.instant())
        ? Optional.of("Its link has expired.")
        : Optional.empty();
  }

  private Future<Optional<String>> overLimit(DueMail mail) {
    var since = utc(mail.queuedAt().minus(WINDOW));
    var mention = mail.isOf(MailKind.MENTION);
    var allowed = mention ? config.mentionsPerHour() : config.perHour();
    return count(TO_RECIPIENT, Tuple.of(mail.recipient(), mail.kind(), since, mail.id()))
        .compose(
            sent -> {
              if (sent >= allowed) {
                return Future.succeededFuture(
                    Optional.of("The address gets no more than " + allowed + " an hour."));
              }
              return mail.causedBy() == null
                  ? Future.succeededFuture(Optional.empty())
                  : overCaused(mail, Tuple.of(mail.causedBy(), since, mail.id()));
            });
  }

  private Future<Optional<String>> overCaused(DueMail mail, Tuple parameters) {
    var allowed = config.mentionsCausedPerHour();
    return count(CAUSED, parameters)
        .map(
            caused ->
                caused >= allowed
                    ? Optional.of("Its author causes no more than " + allowed + " an hour.")
                    : Optional.empty());
  }

  private Future<Long> count(String sql, Tuple parameters) {
    return database
        .client()
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> rows.iterator().next().getLong("mails"));
  }
}
