package parley.job;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import parley.feature.Point;

/**
 * Work that is done again and again, by one of the processes each time.
 *
 * @param name unique, such as {@code views.flush}
 * @param every how long after one run the next one begins
 * @param atStop whether a process that stops runs it once more
 * @param run does the work; a failure is logged, and the next run tries again
 */
public record Job(String name, Duration every, boolean atStop, Supplier<Future<?>> run) {

  public static final Point<Job> POINT = new Point<>("jobs");

  public Job(String name, Duration every, Supplier<Future<?>> run) {
    this(name, every, false, run);
  }

  /** The same, also run when a process stops. */
  public Job alsoAtStop() {
    return new Job(name, every, true, run);
  }
}
