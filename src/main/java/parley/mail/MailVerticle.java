package parley.mail;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.config.MailSettings;
import parley.store.Backoff;
import parley.store.Database;

/**
 * Sends the mails in the outbox: immediately when notified, and periodically in case a notification
 * was lost. Any number of senders, in any number of processes, may work on one outbox.
 */
public final class MailVerticle extends VerticleBase {

  private static final Logger log = LoggerFactory.getLogger(MailVerticle.class);

  private static final Duration REMOVING_PERIOD = Duration.ofHours(1);

  /** How long a shutdown waits for mails in progress. */
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final MailSettings config;
  private final Database database;
  private final MailService mails;
  private final MailKinds kinds;
  private final MailBuilder letters;
  private final MailMetrics metrics;
  private final Clock clock;
  private Smtp smtp;
  private Dispatcher dispatcher;

  MailVerticle(
      MailSettings config,
      Database database,
      MailService mails,
      MailKinds kinds,
      MailBuilder letters,
      MailMetrics metrics,
      Clock clock) {
    this.config = config;
    this.database = database;
    this.mails = mails;
    this.kinds = kinds;
    this.letters = letters;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    smtp = new Smtp(vertx, config);
    var queue = new DueMailRepository(database, Duration.ofSeconds(config.leaseSeconds()), clock);
    dispatcher = new Dispatcher(queue, new Wishes(kinds), delivery(queue), config.poolSize());
    vertx.setPeriodic(0, Duration.ofSeconds(config.sweepSeconds()).toMillis(), round -> sweep());
    vertx.setPeriodic(0, REMOVING_PERIOD.toMillis(), round -> remove());
    return Outbox.QUEUED.subscribe(vertx.eventBus(), queued -> dispatcher.look()).completion();
  }

  private Delivery delivery(DueMailRepository queue) {
    return new Delivery(
        vertx,
        queue,
        kinds,
        new SendingPolicy(database, config.perHour(), clock),
        letters,
        smtp,
        new Backoff(
            Duration.ofSeconds(config.retrySeconds()),
            Duration.ofSeconds(config.retryMaxSeconds()),
            RandomGenerator.getDefault()),
        Duration.ofHours(config.giveUpHours()),
        metrics,
        clock);
  }

  private void sweep() {
    dispatcher.look();
    mails.measure(metrics).onFailure(e -> log.warn("Cannot measure the outbox: {}", e, e));
  }

  private void remove() {
    mails
        .removeDone(Duration.ofDays(config.keepDays()))
        .onFailure(e -> log.warn("Cannot delete old mails: {}", e, e));
  }

  @Override
  public Future<?> stop() {
    return dispatcher.stop(vertx, STOP_WAIT).eventually(smtp::close);
  }
}
