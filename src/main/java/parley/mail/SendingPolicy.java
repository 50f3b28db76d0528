package parley.mail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.config.MailSettings;
import parley.store.Database;
import parley.text.Folding;

/**
 * Decides whether a mail may be sent, immediately before it is sent. Mails of one kind are limited
 * per hour, so that nobody is flooded. Each mail counts those queued before it, so that two senders
 * make the same decision.
 */
final class SendingPolicy {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Database database;
  private final MailSettings config;
  private final Clock clock;
  private final MailRepository mails = new MailRepository();

  SendingPolicy(Database database, MailSettings config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** The reason why the mail must not be sent; empty if it may be sent. */
  Future<Optional<String>> objection(DueMail mail) {
    var objection = mail.isOf(MailKind.MENTION) ? unwanted(mail) : outdated(mail);
    return objection.isPresent() ? Future.succeededFuture(objection) : overLimit(mail);
  }

  private static Optional<String> unwanted(DueMail mail) {
    var member = mail.member();
    if (member == null) {
      return Optional.of("The member no longer exists.");
    }
    if (!Folding.key(member.email()).equals(Folding.key(mail.recipient()))) {
      return Optional.of("The member has a different address now.");
    }
    if (!member.verified()) {
      return Optional.of("The address is not verified.");
    }
    return member.mentionMails()
        ? Optional.empty()
        : Optional.of("The member does not want mention mails.");
  }

  /** A link that is valid for minutes is useless after an outage of hours. */
  private Optional<String> outdated(DueMail mail) {
    var minutes = mail.data().getLong("minutes");
    return minutes != null
            && mail.createdAt().plus(Duration.ofMinutes(minutes)).isBefore(clock.instant())
        ? Optional.of("Its link has expired.")
        : Optional.empty();
  }

  private Future<Optional<String>> overLimit(DueMail mail) {
    var since = mail.queuedAt().minus(WINDOW);
    var allowed = mail.isOf(MailKind.MENTION) ? config.mentionsPerHour() : config.perHour();
    return mails
        .countToRecipient(database.client(), mail, since)
        .compose(
            count -> {
              if (count >= allowed) {
                return Future.succeededFuture(
                    Optional.of("The address gets no more than " + allowed + " an hour."));
              }
              return mail.causedBy() == null
                  ? Future.succeededFuture(Optional.empty())
                  : overCaused(mail, since);
            });
  }

  private Future<Optional<String>> overCaused(DueMail mail, Instant since) {
    var allowed = config.mentionsCausedPerHour();
    return mails
        .countCaused(database.client(), mail, since)
        .map(
            count ->
                count >= allowed
                    ? Optional.of("Its author causes no more than " + allowed + " an hour.")
                    : Optional.empty());
  }
}
