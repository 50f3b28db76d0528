package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.Backoff;

/**
 * One claimed mail's way to its end, or to its next attempt. A mail of an unknown kind was queued
 * by a newer program: it waits for that, as long as any mail that cannot be sent.
 */
final class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@:;,()]+@[^\\s<>:;,()]+");

  private final Vertx vertx;
  private final DueMailRepository queue;
  private final MailKinds kinds;
  private final SendingPolicy policy;
  private final MailBuilder letters;
  private final Smtp smtp;
  private final Backoff backoff;
  private final Duration giveUp;
  private final MailMetrics metrics;
  private final Clock clock;

  Delivery(
      Vertx vertx,
      DueMailRepository queue,
      MailKinds kinds,
      SendingPolicy policy,
      MailBuilder letters,
      Smtp smtp,
      Backoff backoff,
      Duration giveUp,
      MailMetrics metrics,
      Clock clock) {
    this.vertx = vertx;
    this.queue = queue;
    this.kinds = kinds;
    this.policy = policy;
    this.letters = letters;
    this.smtp = smtp;
    this.backoff = backoff;
    this.giveUp = giveUp;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Always succeeds. If the database is down, the mail stays claimed and is sent again after its
   * lease.
   */
  Future<Void> deliver(DueMail mail) {
    return decide(mail)
        .onSuccess(
            settled -> {
              if (!settled) {
                log.warn("Mail {} took longer than its lease and was taken over", mail.id());
              }
            })
        .onFailure(e -> log.warn("The outcome of mail {} was not stored: {}", mail.id(), e, e))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private Future<Boolean> decide(DueMail mail) {
    if (mail.attempts() > 1 && mail.queuedAt().plus(giveUp).isBefore(clock.instant())) {
      return fail(mail, "No more retries after " + giveUp.toHours() + " h: " + mail.lastError());
    }
    return kinds
        .find(mail.kind())
        .map(kind -> decide(mail, kind))
        .orElseGet(() -> postpone(mail, "This Parley knows no mails of this kind."));
  }

  private Future<Boolean> decide(DueMail mail, MailKind kind) {
    return policy
        .objection(mail, kind)
        .compose(
            objection ->
                objection.map(reason -> skip(mail, reason)).orElseGet(() -> write(mail, kind)));
  }

  private Future<Boolean> skip(DueMail mail, String reason) {
    metrics.skipped();
    return queue.skip(mail, reason);
  }

  private Future<Boolean> write(DueMail mail, MailKind kind) {
    return vertx
        .executeBlocking(() -> letters.write(mail, kind), false)
        .transform(
            message ->
                message.succeeded()
                    ? send(mail, message.result())
                    : fail(mail, "The mail cannot be created: " + message.cause().getMessage()));
  }

  private Future<Boolean> send(DueMail mail, MailMessage message) {
    return smtp.send(message)
        .transform(
            handed -> {
              if (handed.succeeded()) {
                metrics.sent();
                return queue.sent(mail);
              }
              var failure = SmtpFailure.of(handed.cause());
              return failure.permanent()
                  ? fail(mail, failure.words())
                  : postpone(mail, failure.words());
            });
  }

  private Future<Boolean> postpone(DueMail mail, String error) {
    metrics.postponed();
    log.info("Mail {} will be retried: {}", mail.id(), withoutAddresses(error));
    return queue.postpone(mail, clock.instant().plus(backoff.after(mail.attempts())), error);
  }

  /** Servers repeat the recipient's address, which belongs into the outbox but not into the log. */
  static String withoutAddresses(String words) {
    return ADDRESS.matcher(words).replaceAll("*@*");
  }

  private Future<Boolean> fail(DueMail mail, String error) {
    metrics.failed();
    log.warn("Mail {} has failed: {}", mail.id(), withoutAddresses(error));
    return queue.fail(mail, error);
  }
}
