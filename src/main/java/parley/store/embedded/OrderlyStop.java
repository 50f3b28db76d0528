package parley.store.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import parley.store.StoreStartException;

/** Asks a process to stop, and kills it only when it does not. */
final class OrderlyStop {

  /** Both stores need a fraction of a second; a slow disk may take longer to flush. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A killed process goes at once, unless it hangs in the kernel, as on a lost network disk. */
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private OrderlyStop() {}

  /**
   * SIGTERM, then SIGKILL after 30 seconds; returns when the process is gone. An interrupt does not
   * cut this short, so that data is flushed, but is still set afterwards.
   *
   * @param runs whether the process still does; {@link ProcessHandle#isAlive()} is also true of one
   *     that ended and that its parent never asks about
   * @throws StoreStartException if not even a kill ends it
   */
  static void of(ProcessHandle process, BooleanSupplier runs) {
    process.destroy();
    if (runsAfter(PATIENCE, runs)) {
      process.destroyForcibly();
      if (runsAfter(KILLED_WITHIN, runs)) {
        throw new StoreStartException("Process " + process.pid() + " cannot be stopped.");
      }
    }
  }

  private static boolean runsAfter(Duration time, BooleanSupplier runs) {
    var deadline = System.nanoTime() + time.toNanos();
    var interrupted = false;
    try {
      while (runs.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          return true;
        }
        try {
          Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return false;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
