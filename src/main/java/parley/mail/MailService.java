package parley.mail;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import parley.failure.ForumException;
import parley.failure.ForumException.Kind;
import parley.paging.Page;
import parley.paging.PageRequest;
import parley.store.Database;

/** Administration of the outbox: delivery status and retries. */
public final class MailService {

  private static final int REMOVED_AT_ONCE = 1000;

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;
  private final MailRepository mails = new MailRepository();

  public MailService(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Newest first; mails of all states if none is given. */
  public Future<Page<Mail>> list(Optional<MailState> state, PageRequest page) {
    var client = database.client();
    return mails
        .count(client, state)
        .compose(
            total -> mails.page(client, state, page).map(items -> Page.of(items, page, total)));
  }

  /**
   * Queues a mail again. Fails with NOT_FOUND if it does not exist, with CONFLICT if it has neither
   * failed nor been skipped.
   */
  public Future<Mail> retry(long id) {
    return mails
        .retry(database.client(), id, clock.instant())
        .compose(
            queued ->
                find(id)
                    .compose(
                        mail ->
                            queued
                                ? Future.succeededFuture(mail)
                                : Future.failedFuture(
                                    ForumException.of(
                                        Kind.CONFLICT,
                                        "The mail is " + mail.state().word() + "."))))
        .onSuccess(mail -> outbox.wake());
  }

  /** Queues all failed mails again; returns their number. */
  public Future<Integer> retryFailed() {
    return mails.retryFailed(database.client(), clock.instant()).onSuccess(queued -> outbox.wake());
  }

  private Future<Mail> find(long id) {
    return mails
        .find(database.client(), id)
        .map(found -> found.orElseThrow(() -> ForumException.notFound("mail")));
  }

  Future<Void> measure(MailMetrics metrics) {
    return mails
        .waiting(database.client())
        .compose(
            waiting ->
                mails
                    .count(database.client(), Optional.of(MailState.FAILED))
                    .onSuccess(
                        failed ->
                            metrics.show(
                                waiting.mails(),
                                failed,
                                waiting.oldest() == null
                                    ? Duration.ZERO
                                    : Duration.between(waiting.oldest(), clock.instant()))))
        .mapEmpty();
  }

  /** Deletes mails that were finished this long ago. */
  Future<Void> removeDone(Duration age) {
    return mails
        .removeDone(database.client(), clock.instant().minus(age), REMOVED_AT_ONCE)
        .compose(removed -> removed < REMOVED_AT_ONCE ? Future.succeededFuture() : removeDone(age));
  }
}
