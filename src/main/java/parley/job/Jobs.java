package parley.job;

import static io.vertx.redis.client.Command.SET;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.store.RedisStore;
import parley.store.StoreFailures;

/**
 * Runs the jobs of all features. Each process has a timer for each job; a lease in Redis lets one
 * of them run it in each period.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Jobs.class);

  /** The lease ends a little before the next run is due, since timers are not exact. */
  private static final double LEASE = 0.9;

  private final Vertx vertx;
  private final RedisStore redis;
  private final List<Job> jobs;
  private final List<Long> timers;

  /** Starts the timers. */
  public Jobs(Vertx vertx, RedisStore redis, List<Job> jobs) {
    this.vertx = vertx;
    this.redis = redis;
    this.jobs = jobs;
    this.timers = jobs.stream().map(this::start).toList();
  }

  private long start(Job job) {
    return vertx.setPeriodic(job.every().toMillis(), timer -> runInTurn(job));
  }

  private void runInTurn(Job job) {
    var lease = (long) (job.every().toMillis() * LEASE);
    redis
        .send(SET, "parley:job:" + job.name(), 1, "NX", "PX", Math.max(1, lease))
        .compose(mine -> mine == null ? Future.succeededFuture() : run(job))
        .onFailure(failure -> failed(job, failure));
  }

  /** A store that is away is no defect: the breaker has said so, and the next run tries again. */
  private static void failed(Job job, Throwable failure) {
    if (StoreFailures.isUnavailable(failure)) {
      log.debug("The job {} could not run: {}", job.name(), failure.toString());
    } else {
      log.warn("The job {} failed", job.name(), failure);
    }
  }

  private static Future<?> run(Job job) {
    try {
      return job.run().get();
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** Runs a job now, whatever other processes do. */
  public Future<?> runNow(String name) {
    return jobs.stream()
        .filter(job -> job.name().equals(name))
        .findFirst()
        .map(Jobs::run)
        .orElseThrow(() -> new IllegalArgumentException("there is no job " + name));
  }

  /** Stops the timers, and runs the jobs that are to run at the stop. Blocks. */
  @Override
  public void close() {
    timers.forEach(vertx::cancelTimer);
    for (var job : jobs) {
      if (job.atStop()) {
        try {
          run(job).await();
        } catch (Exception e) { // also a checked one, which await() throws as it is
          log.warn("The job {} failed at the stop", job.name(), e);
        }
      }
    }
  }
}
