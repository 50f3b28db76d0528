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
 * What may be sent, decided when it is about to be. Mails of a kind are limited by the hour, so
 * that nobody can be flooded; each counts those that were queued before it, so that two senders
 * decide alike.
 */
final class SendingPolicy {

  private static final Duration WINDOW = Duration.ofHours(1);

  private final Database database;
  private final MailSettings config;
  private final MailCheck mentions;
  private final Clock clock;
  private final MailRepository mails = new MailRepository();

  /**
   * @param mentions decides on mails that tell of mentions
   */
  SendingPolicy(Database database, MailSettings config, MailCheck mentions, Clock clock) {
    this.database = database;
    this.config = config;
    this.mentions = mentions;
    this.clock = clock;
  }

  /** Why the mail must not be sent; empty where it may. */
  Future<Optional<String>> objection(DueMail mail) {
    var objection = mail.isOf(MailKind.MENTION) ? unwanted(mail) : outdated(mail);
    return objection.isPresent()
        ? Future.succeededFuture(objection)
        : unreadable(mail)
            .compose(
                reason -> reason.isPresent() ? Future.succeededFuture(reason) : overLimit(mail));
  }

  private Future<Optional<String>> unreadable(DueMail mail) {
    return mail.isOf(MailKind.MENTION)
        ? mentions.objection(mail.memberId(), mail.data())
        : Future.succeededFuture(Optional.empty());
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
