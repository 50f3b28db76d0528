package parley.journal;

import io.vertx.core.Future;
import io.vertx.ext.healthchecks.Status;
import java.time.Duration;
import parley.feature.Feature;
import parley.feature.Ground;
import parley.feature.Parts;
import parley.feature.Service;
import parley.job.Job;

/** Reads the journal in every process, and removes what all have read. */
public final class JournalReading implements Feature {

  private static final Duration PRUNING_PERIOD = Duration.ofHours(1);

  private final Ground ground;
  private final JournalSettings settings;
  private final JournalLag lag;

  public JournalReading(Ground ground) {
    this.ground = ground;
    this.settings = JournalSettings.DEFAULT;
    this.lag = new JournalLag(ground.metrics(), ground.clock());
  }

  /**
   * Never reports "down": a reader that is behind degrades the forum, but a restart would not help.
   */
  public Status health() {
    return Status.OK(lag.health());
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Service.POINT, Service.everywhere(() -> start(parts)))
        .add(Job.POINT, new Job("journal.prune", PRUNING_PERIOD, this::prune));
  }

  private AutoCloseable start(Parts parts) {
    var verticle =
        new JournalVerticle(
            ground.database(), parts.all(Journal.READERS), settings, lag, ground.clock());
    var id = ground.vertx().deployVerticle(verticle).await();
    return () -> ground.vertx().undeploy(id).await();
  }

  private Future<Long> prune() {
    return new JournalPruning(ground.database(), settings.keep(), ground.clock()).run();
  }
}
