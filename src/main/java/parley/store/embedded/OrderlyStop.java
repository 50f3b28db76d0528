package parley.store.embedded;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a process to stop, and kills it only when it does not. */
final class OrderlyStop {

  /** Both stores need a second or two; a slow disk may take longer to flush. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private OrderlyStop() {}

  /** SIGTERM, then SIGKILL after 30 seconds; returns when the process is gone. */
  static void of(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
      process.destroyForcibly();
      process.onExit().join();
    }
  }
}
