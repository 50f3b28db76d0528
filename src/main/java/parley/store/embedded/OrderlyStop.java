package parley.store.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import parley.store.StoreStartException;

/** Asks a process to stop, and kills it only if it does not. */
final class OrderlyStop {

  /** Both stores need a fraction of a second; a slow disk may take longer to flush. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * A killed process ends immediately, unless it hangs in the kernel, for example because of a lost
   * network disk.
   */
  private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private OrderlyStop() {}

  /**
   * Sends SIGTERM, then SIGKILL after 30 seconds, and returns when the process has ended. An
   * interrupt does not shorten the wait, so that data is flushed; the interrupt flag is still set
   * afterwards.
   *
   * @param runs whether the process still runs; {@link ProcessHandle#isAlive()} is also true for a
   *     zombie whose parent does not wait for it
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
