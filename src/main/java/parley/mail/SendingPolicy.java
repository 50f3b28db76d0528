package parley.mail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.store.Database;
import parley.text.EmailAddress;

/**
 * Decides whether a mail may be sent, immediately before it is sent. Mails of one kind are limited
 * per hour, so that no address is flooded. Each mail counts those queued before it, so that two
 * senders make the same decision.
 */
final class SendingPolicy {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Database database;
  private final int perHour;
  private final Clock clock;
  private final MailRepository mails = new MailRepository();

  /**
   * @param perHour the limit of mails of one kind to one address, unless the kind has its own
   */
  SendingPolicy(Database database, int perHour, Clock clock) {
    this.database = database;
    this.perHour = perHour;
    this.clock = clock;
  }

  /** The reason why the mail must not be sent; empty if it may be sent. */
  Future<Optional<String>> objection(DueMail mail, MailKind kind) {
    var objection = undeliverable(mail, kind).or(() -> outdated(mail, kind));
    return objection.isPresent()
        ? Future.succeededFuture(objection)
        : unreadable(mail, kind)
            .compose(
                reason ->
                    reason.isPresent() ? Future.succeededFuture(reason) : overLimit(mail, kind));
  }

  private static Future<Optional<String>> unreadable(DueMail mail, MailKind kind) {
    return kind.check()
        .map(check -> check.objection(mail.memberId(), mail.data()))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private static Optional<String> undeliverable(DueMail mail, MailKind kind) {
    if (kind.onlyVerified()) {
      var member = mail.member();
      if (member == null) {
        return Optional.of("The member no longer exists.");
      }
      if (!EmailAddress.key(member.email()).equals(EmailAddress.key(mail.recipient()))) {
        return Optional.of("The member has a different address now.");
      }
      if (!member.verified()) {
        return Optional.of("The address is not verified.");
      }
    }
    return mail.wanted()
        ? Optional.empty()
        : Optional.of("The member has switched such mails off.");
  }

  /** A link that is valid for minutes is of no use after an outage of hours. */
  private Optional<String> outdated(DueMail mail, MailKind kind) {
    return kind.usefulFor()
        .filter(time -> mail.createdAt().plus(time).isBefore(clock.instant()))
        .map(time -> "It is out of date.");
  }

  private Future<Optional<String>> overLimit(DueMail mail, MailKind kind) {
    var since = mail.queuedAt().minus(WINDOW);
    var allowed = kind.perHour().orElse(perHour);
    return mails
        .countToRecipient(database.client(), mail, since)
        .compose(
            count ->
                count >= allowed
                    ? Future.succeededFuture(
                        Optional.of("The address gets no more than " + allowed + " an hour."))
                    : overCaused(mail, kind, since));
  }

  private Future<Optional<String>> overCaused(DueMail mail, MailKind kind, Instant since) {
    if (mail.causedBy() == null || kind.causedPerHour().isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    int allowed = kind.causedPerHour().get();
    return mails
        .countCaused(database.client(), mail, since)
        .map(
            count ->
                count >= allowed
                    ? Optional.of("Its author causes no more than " + allowed + " an hour.")
                    : Optional.empty());
  }
}
